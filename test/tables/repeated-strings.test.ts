import { expect, test } from "vitest";
import { repeatedStrings } from "../../src/tables/repeated-strings.ts";

test("repeatedStrings() keeps each different string once, and what is missing", () => {
  const strings = ["a", null, "", "a", null];
  const column = repeatedStrings(strings);
  expect(column.toArray()).toEqual(strings);
  expect(column.values).toEqual(["a", null, ""]);
  const many = Array.from({ length: 70_000 }, (_, index) => String(index));
  expect(repeatedStrings(many).toArray()).toEqual(many);
});

import { expect, test } from "vitest";
import { cellText } from "../../../src/display/text/cell-text.ts";

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;

test.each<[string, unknown, string | number]>([
  ["a whole number", 12345678901, 12345678901],
  ["a fraction", 1 / 3, 0.3333333],
  ["nothing", undefined, "null"],
  ["a date that is none", new Date(Number.NaN), "Invalid Date"],
  ["a bigint in an object", { n: 2n ** 60n }, '{"n":"1152921504606846976"}'],
  ["a typed array", Float64Array.of(1, 2), "[1,2]"],
  ["typed arrays in a list", [BigInt64Array.of(1n), Uint8Array.of(2)], '[["1"],[2]]'],
  ["an object that holds itself", cyclic, "[object Object]"],
  ["an object that is nothing as JSON", { toJSON: () => undefined }, "[object Object]"],
])("cellText() shows %s", (_, value, shown) => {
  expect(cellText(value, 80)).toBe(shown);
});

test("cellText() cuts long texts, and never through a character", () => {
  expect(cellText("abcdef", 6)).toBe("abcdef");
  expect(cellText("abcdefg", 6)).toBe("abcde…");
  expect(cellText("abcd😀fg", 6)).toBe("abcd…");
});

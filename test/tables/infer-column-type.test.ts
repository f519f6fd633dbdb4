import { describe, expect, it } from "vitest";
import { inferColumnType } from "../../src/tables/infer-column-type.ts";

describe("inferColumnType()", () => {
  it.each<[unknown[], string | null, string | null]>([
    [[1, 2], "float64", "int32"],
    [[1, 2 ** 40], "float64", "int64"],
    [[1, 0.5], "float64", "float64"],
    [[2 ** 40, 0.5], "float64", "float64"],
    [[1, -0], "float64", "float64"],
    [[1n, 2n], "int64", "int64"],
    [[1n, 2], null, "int64"],
    [[1n, 0.5], null, null],
    [[0.5, 2n ** 60n], null, null],
    [["a", null], "string", "string"],
    [[true, 1], null, null],
    [[[1, 2], []], "float64[]", "float64[]"],
    [[[[1]], [[]]], "float64[][]", "float64[][]"],
    [[null, undefined], "string", "string"],
  ])("of %s is %s, or %s where integers count", (values, plain, integers) => {
    expect(inferColumnType(values)).toBe(plain);
    expect(inferColumnType(values, { integers: true })).toBe(integers);
  });
});

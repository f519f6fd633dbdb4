import { describe, expect, it } from "vitest";
import { constant } from "../../../src/design/distributions/constant.ts";

describe("constant()", () => {
  it.each([["GYM"], [7], [false], [null]])("is always %s", (value) => {
    const { quantile } = constant(value);
    expect([0, 0.5, 1 - 2 ** -53].map(quantile)).toEqual([value, value, value]);
  });

  it("refuses numbers that are not finite", () => {
    expect(() => constant(Number.NaN)).toThrow("value must be a finite number, got NaN");
    expect(() => constant(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

import { describe, expect, it } from "vitest";
import { triangular } from "../../../src/design/distributions/triangular.ts";
import { expectClose } from "./expect-close.ts";

describe("triangular()", () => {
  it("agrees with scipy 1.17.1 (triang.ppf, c = 0.25, scale = 4)", () => {
    const { quantile } = triangular(0, 4, { mode: 1 });
    const expected: [number, number][] = [
      [1e-6, 0.002],
      [0.01, 0.2],
      [0.25, 1],
      [0.5, 1.5505102572168221],
      [0.9, 2.904554884989668],
      [0.999999, 3.9965358983848125],
    ];
    for (const [u, value] of expected) expectClose(quantile(u), value, 1e-15);
  });

  it("has its mode halfway unless told, at a bound if told", () => {
    expect(triangular(1, 3).args).toEqual([1, 3, { mode: 2 }]);
    expect(triangular(1, 3).quantile(0.5)).toBe(2);
    expect(triangular(0, 1, { mode: 0 }).quantile(0.75)).toBe(0.5);
    expect(triangular(0, 1, { mode: 1 }).quantile(0.25)).toBe(0.5);
    expect(triangular(5, 5).quantile(0.7)).toBe(5);
  });

  it("refuses a mode outside of its bounds", () => {
    expect(() => triangular(0, 1, { mode: 2 })).toThrow("mode must be from min to max, got 2 for 0 and 1");
    expect(() => triangular(0, 1, { mode: Number.NaN })).toThrow("mode must be a finite number, got NaN");
    expect(() => triangular(1, 0)).toThrow("min must not exceed max, got 1 and 0");
  });
});

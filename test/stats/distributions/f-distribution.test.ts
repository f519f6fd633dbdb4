import { describe, expect, test } from "vitest";
import { fQuantile } from "../../../src/stats/distributions/f-quantile.ts";
import { fUpperTail } from "../../../src/stats/distributions/f-upper-tail.ts";
import { tQuantile } from "../../../src/stats/distributions/t-quantile.ts";

/** Whether a number is another's to 11 digits. */
function expectNear(actual: number, expected: number): void {
  expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-11);
}

// Expected numbers from scipy 1.17.1 (`f.sf`, `ncf.sf`, `f.isf`, `t.isf`); 1998 is 2 (1000 - 1), from (1 + f / 2)^-2.
describe("fUpperTail()", () => {
  test("is exact far out of a noncentral distribution", () => {
    // ncf.sf(1000, 1, 1e4, 20) and ncf.sf(1000, 2, 1e4, 1000), scipy 1.17.1.
    expect(fUpperTail(1000, { df1: 1, df2: 1e4, ncp: 20 }) / 4.340692749027479e-155).toBeCloseTo(1, 7);
    expect(fUpperTail(1000, { df1: 2, df2: 1e4, ncp: 1000 }) / 4.789365681278636e-36).toBeCloseTo(1, 7);
  });

  test.each([
    [39.347226903026545, 1, 294, 1.2654965088940812e-9],
    [200, 3, 400, 3.2031357250033177e-79],
    [1e-3, 2, 5, 0.9990006995802309],
    [1.7, 4, 1e6, 0.14684331373332557],
    [3, 1, 1, 0.33333333333333337],
  ])("above %d with %d and %d degrees of freedom", (f, df1, df2, expected) => {
    expectNear(fUpperTail(f, { df1, df2 }), expected);
  });

  test.each([
    [2.9, 3, 40, 8, 0.5947168053411723],
    [2.6, 3, 1e6, 8, 0.6551491324185816],
    [4, 1, 5, 100, 0.9999999999775739],
    [3, 20, 7, 0.01, 0.0708264483206236],
  ])("above %d with %d and %d degrees of freedom, noncentral by %d", (f, df1, df2, ncp, expected) => {
    expectNear(fUpperTail(f, { df1, df2, ncp }), expected);
  });

  test("is 1 at 0 and 0 at infinity", () => {
    expect(fUpperTail(0, { df1: 3, df2: 4 })).toBe(1);
    expect(fUpperTail(Number.POSITIVE_INFINITY, { df1: 3, df2: 4, ncp: 2 })).toBe(0);
  });
});

test.each([
  [0.05, 3, 40, 2.8387453980206403],
  [1e-6, 2, 4, 1998],
  [0.5, 7, 3, 1.1481791128885988],
  [0.999, 2, 9, 0.001000611564150972],
])("fQuantile() exceeded with chance %d", (upper, df1, df2, expected) => {
  expectNear(fQuantile(upper, { df1, df2 }), expected);
});

test.each([
  [0.05, 1, 12.706204736174705],
  [0.05, 7, 2.3646242515927844],
  [0.01, 1e5, 2.5758784699083757],
  [0.5, 3, 0.7648923284043444],
])("tQuantile() exceeded with chance %d", (outside, df, expected) => {
  expectNear(tQuantile(outside, df), expected);
});

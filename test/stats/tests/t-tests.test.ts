import { describe, expect, test } from "vitest";
import { checkConfidence } from "../../../src/stats/tests/check-confidence.ts";
import { linearTrend } from "../../../src/stats/tests/linear-trend.ts";
import { meanInterval } from "../../../src/stats/tests/mean-interval.ts";
import { pairedTTest } from "../../../src/stats/tests/paired-t-test.ts";
import { expectNear } from "./expect-near.ts";

const BEFORE = [12.1, 9.4, 8.8, 11.2, 10.4];
const AFTER = [13, 9.9, 9.9, 11, 12.5];
const X = [1, 2, 2, 4, 7, 8.5];
const Y = [2.1, 3.9, 3.5, 9, 13, 18.2];

// Expected numbers from scipy 1.17.1 (`ttest_rel`, `t.interval`, `linregress`) and statsmodels 0.15.0 (`OLS`).
describe("meanInterval()", () => {
  test("gives scipy's numbers", () => {
    const { count, sd, low, high } = meanInterval(BEFORE, 0.9);
    expect(count).toBe(5);
    expectNear(sd, 1.3311649033834985);
    expectNear(low, 9.110879539484301);
    expectNear(high, 11.649120460515697);
  });

  test("has no interval of fewer than two numbers", () => {
    expect(meanInterval([7], 0.95)).toEqual({ count: 1, mean: 7, sd: null, low: null, high: null });
    expect(meanInterval([], 0.95)).toEqual({ count: 0, mean: null, sd: null, low: null, high: null });
    expect(meanInterval([0.1, 0.1, 0.1], 0.95)).toEqual({ count: 3, mean: 0.1, sd: 0, low: 0.1, high: 0.1 });
  });
});

describe("pairedTTest()", () => {
  test("gives scipy's numbers", () => {
    const differences = AFTER.map((after, i) => after - (BEFORE[i] as number));
    const { t, pValue, low, high, df, pairs } = pairedTTest([...differences, Number.NaN], {
      confidence: 0.95,
    });
    expect({ df, pairs }).toEqual({ df: 4, pairs: 5 });
    expectNear(t, 2.3319953360139936);
    expectNear(pValue, 0.08007688886718048);
    expectNear(low, -0.16771722946507506);
    expectNear(high, 1.9277172294650753);
    expectNear(
      pairedTTest(
        differences.map((d) => -d),
        { confidence: 0.95 },
      ).t,
      -2.3319953360139936,
    );
  });

  test("is certain of equal differences, and finds nothing in none", () => {
    const certain = pairedTTest([-0.5, -0.5], { confidence: 0.95 });
    expect(certain).toMatchObject({ t: Number.NEGATIVE_INFINITY, pValue: 0, low: -0.5, high: -0.5 });
    expect(pairedTTest([0, 0], { confidence: 0.95 })).toMatchObject({ t: null, pValue: null, difference: 0 });
    const rounding = [0.1 + 0.2 - 0.3, 0, 0.1 + 0.2 - 0.3];
    expect(pairedTTest(rounding, { confidence: 0.95, scale: 0.3 })).toMatchObject({ t: null, pValue: null });
    expect(pairedTTest([4], { confidence: 0.95 })).toMatchObject({
      pairs: 1,
      difference: 4,
      low: null,
      t: null,
    });
  });
});

describe("linearTrend()", () => {
  test("gives the numbers of scipy and statsmodels", () => {
    const { slope, low, high, pValue, df } = linearTrend({ x: X, y: Y }, { confidence: 0.95 });
    expectNear(slope, 2.0701532912533813);
    expectNear(low, 1.6935387058228843);
    expectNear(high, 2.4467678766838783);
    expectNear(pValue, 0.00010750870299616292);
    expect(df).toBe(4);
  });

  test("gives statsmodels' numbers of a model with a constant for each base", () => {
    const bases = [
      [0, 1],
      [2, 3],
      [4, 5],
    ];
    const { slope, low, high, pValue, df } = linearTrend({ x: X, y: Y }, { confidence: 0.9, bases });
    expectNear(slope, 2.8413793103448293);
    expectNear(low, 1.7575785010376221);
    expectNear(high, 3.9251801196520364);
    expectNear(pValue, 0.01663922663576858);
    expect(df).toBe(2);
  });

  test("has null for what cannot be computed", () => {
    const confidence = 0.95;
    const none = { slope: null, low: null, high: null, pValue: null };
    expect(linearTrend({ x: [], y: [] }, { confidence })).toEqual({ ...none, df: 0 });
    expect(linearTrend({ x: [3, 3, 3], y: [1, 2, 3] }, { confidence })).toEqual({ ...none, df: 1 });
    expect(linearTrend({ x: [1, 2], y: [1, 3] }, { confidence })).toEqual({ ...none, slope: 2, df: 0 });
    const flat = linearTrend({ x: [1, 2, 3], y: [4, 4, 4] }, { confidence });
    expect(flat).toEqual({ slope: 0, low: 0, high: 0, pValue: null, df: 1 });
    const line = linearTrend({ x: [1, 2, 3], y: [2, 4, 6] }, { confidence });
    expect(line).toEqual({ slope: 2, low: 2, high: 2, pValue: 0, df: 1 });
  });
});

test("checkConfidence() names the likely mistake", () => {
  expect(() => checkConfidence(95)).toThrow(
    "confidence must be between 0 and 1, got 95 (did you mean 0.95?)",
  );
  expect(() => checkConfidence(1)).toThrow("confidence must be between 0 and 1, got 1");
});

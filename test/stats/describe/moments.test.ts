import fc from "fast-check";
import { mean, sampleKurtosis, sampleSkewness, sampleStandardDeviation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { moments, momentsFromSums } from "../../../src/stats/describe/moments.ts";

const FIBONACCI = [1, 2, 2, 3, 5, 8, 13, 21, 34, 55];

describe("moments()", () => {
  test("gives what pandas 3.1.1 and scipy 1.17.1 give", () => {
    const { count, ...rest } = moments(FIBONACCI);
    expect(count).toBe(10);
    expect(rest.mean).toBeCloseTo(14.4, 13);
    expect(rest.sd).toBeCloseTo(17.715028146244148, 13);
    expect(rest.skewness).toBeCloseTo(1.6474709948108481, 13);
    expect(rest.kurtosis).toBeCloseTo(2.248091055087391, 13);
  });

  test("agrees with simple-statistics", () => {
    const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 50 });
    fc.assert(
      fc.property(numbers, (values) => {
        fc.pre(new Set(values).size > 1);
        const found = moments(values);
        expect(found.mean).toBeCloseTo(mean(values), 8);
        expect(found.sd).toBeCloseTo(sampleStandardDeviation(values), 8);
        expect(found.skewness).toBeCloseTo(sampleSkewness(values), 8);
        expect(found.kurtosis).toBeCloseTo(sampleKurtosis(values), 8);
      }),
    );
  });

  test("with weights is that of values repeated so often", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(4)), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, (weighted) => {
        const values = weighted.map(([value]) => value / 4);
        const weights = weighted.map(([, weight]) => weight);
        const repeated = weighted.flatMap(([value, weight]) => new Array<number>(weight).fill(value / 4));
        const [ours, theirs] = [moments(values, { weights }), moments(repeated)];
        for (const name of ["count", "mean", "sd", "skewness", "kurtosis"] as const) {
          if (theirs[name] === null) expect(ours[name]).toBeNull();
          else expect(ours[name]).toBeCloseTo(theirs[name], 9);
        }
      }),
    );
  });

  test("loses no digits to a large mean", () => {
    const far = moments(FIBONACCI.map((value) => value / 64 + 2 ** 33));
    const near = moments(FIBONACCI.map((value) => value / 64));
    expect(far.mean).toBe(2 ** 33 + 0.225);
    expect(far.sd).toBeCloseTo(near.sd as number, 12);
    expect(far.skewness).toBeCloseTo(near.skewness as number, 12);
    expect(far.kurtosis).toBeCloseTo(near.kurtosis as number, 12);
  });

  test.each([2 ** 900, 2 ** -900, 2 ** -1060])("is the same of values times %d", (factor) => {
    const scaled = moments(FIBONACCI.map((value) => value * factor));
    const { mean: center, sd, skewness, kurtosis } = moments(FIBONACCI);
    expect((scaled.mean as number) / factor).toBeCloseTo(center as number, 2);
    expect((scaled.sd as number) / factor).toBeCloseTo(sd as number, 2);
    expect(scaled.skewness).toBeCloseTo(skewness as number, 12);
    expect(scaled.kurtosis).toBeCloseTo(kurtosis as number, 12);
  });

  test("has the mean of values at both ends of what numbers hold", () => {
    expect(moments([-1.7e308, 1.7e308, 1.7e308, 1.7e308]).mean).toBeCloseTo(0.85e308, -294);
  });

  test("is null where there is too little to compute it from", () => {
    expect(moments([])).toEqual({ count: 0, mean: null, sd: null, skewness: null, kurtosis: null });
    expect(moments([3])).toEqual({ count: 1, mean: 3, sd: null, skewness: null, kurtosis: null });
    expect(moments([1, 2])).toMatchObject({ skewness: null, kurtosis: null });
    expect(moments([1, 2, 4]).kurtosis).toBeNull();
    expect(moments([0.1, 0.1, 0.1, 0.1, 0.1])).toMatchObject({
      mean: 0.1,
      sd: 0,
      skewness: null,
      kurtosis: null,
    });
  });

  test("leaves out NaN and infinite values, and their weights", () => {
    const values = [1, Number.NaN, 3, Number.POSITIVE_INFINITY];
    expect(moments(values)).toMatchObject({ count: 2, mean: 2 });
    expect(moments(values, { weights: [1, 5, 3, 5] })).toMatchObject({ count: 4, mean: 2.5 });
  });

  test("takes no sum of weights for more than it stands for", () => {
    // 0.1, ten times or more, adds up to a little less or more than 1, 2 and 3.
    for (const count of [10, 20, 30]) {
      const values = Array.from({ length: count }, (_, i) => i);
      const { sd, skewness, kurtosis } = moments(values, { weights: values.map(() => 0.1) });
      expect([sd === null, skewness === null, kurtosis]).toEqual([count === 10, count !== 30, null]);
    }
    expect(moments([1, 2, 3], { weights: [0.1, 0.7, 0.2 + 2 ** -50] }).sd).toBeNull();
  });

  test("refuses weights that are none", () => {
    expect(() => moments([1, 2], { weights: [1] })).toThrow(
      "weights must have one for each of the 2 values, got 1",
    );
    expect(() => moments([1, 2], { weights: [1, -2] })).toThrow(
      "must be finite and not negative, got -2 in weights[1]",
    );
    expect(() => moments([1, 2], { weight: [1, 2] } as object)).toThrow(
      'no option "weight" (did you mean "weights"?)',
    );
  });
});

describe("momentsFromSums()", () => {
  test("does not depend on the center that the sums are about", () => {
    const center = 20;
    const sums = [1, 2, 3, 4].map((power) =>
      FIBONACCI.reduce((sum, value) => sum + (value - center) ** power, 0),
    );
    const found = momentsFromSums({
      count: 10,
      unit: 1,
      center,
      sums: sums as [number, number, number, number],
    });
    const expected = moments(FIBONACCI);
    expect(found).toEqual({
      count: 10,
      mean: expect.closeTo(expected.mean as number, 10),
      sd: expect.closeTo(expected.sd as number, 10),
      skewness: expect.closeTo(expected.skewness as number, 10),
      kurtosis: expect.closeTo(expected.kurtosis as number, 10),
    });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quantiles } from "../../../src/stats/describe/quantiles.ts";

/** Type 7 as its definition has it. */
function byDefinition(values: readonly number[], probability: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * probability;
  const [low, high] = [sorted[Math.floor(h)] as number, sorted[Math.ceil(h)] as number];
  return low + (h - Math.floor(h)) * (high - low);
}

describe("quantiles()", () => {
  test("gives what numpy 2.4.6 gives", () => {
    const found = quantiles([55, 2, 1, 34, 3, 5, 8, 13, 21, 2], [0.05, 0.25, 0.5, 0.75, 0.95, 0.333]);
    const expected = [1.45, 2.25, 6.5, 19.0, 45.55, 2.997];
    for (const [i, each] of found.entries()) expect(each).toBeCloseTo(expected[i] as number, 12);
  });

  test("follows the definition of type 7", () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, probability) => {
        const expected = byDefinition(values, probability);
        fc.pre(Number.isFinite(expected));
        expect(quantiles(values, [probability])[0]).toBeCloseTo(expected, 9);
      }),
    );
  });

  test("with weights is that of values repeated so often", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(4)), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, fc.double({ min: 0, max: 1, noNaN: true }), (weighted, probability) => {
        const values = weighted.map(([value]) => value);
        const weights = weighted.map(([, weight]) => weight);
        const repeated = weighted.flatMap(([value, weight]) => new Array<number>(weight).fill(value));
        const [ours] = quantiles(values, [probability], { weights });
        if (repeated.length === 0) expect(ours).toBeNull();
        else expect(ours).toBeCloseTo(byDefinition(repeated, probability), 9);
      }),
    );
  });

  test("takes fractions as weights, by Hmisc's rule", () => {
    // Sums of weights 0.5, 2, 3: the place of the median is (3 - 1) / 2 = 1, which the second value reaches.
    expect(quantiles([10, 20, 30], [0, 0.5, 0.75, 1], { weights: [0.5, 1.5, 1] })).toEqual([10, 20, 25, 30]);
    expect(quantiles([10, 20, 30], [0.5], { weights: [0.1, 0.1, 0.1] })).toEqual([10]);
  });

  test("is not misled by how weights such as 0.1 add up", () => {
    const ones = new Array<number>(10).fill(0.1);
    const values = [...ones.map((_, i) => i / 100), ...ones.map((_, i) => 1 + i / 100), 2];
    const weights = [...ones, ...ones, 1];
    expect(quantiles(values, [0.5], { weights })[0]).toBeCloseTo(1, 12);
  });

  test("leaves out NaN and infinite values; null where there are none", () => {
    expect(quantiles([Number.NaN, 1, Number.NEGATIVE_INFINITY, 3], [0.5])).toEqual([2]);
    expect(quantiles([Number.NaN], [0.5, 1])).toEqual([null, null]);
  });

  test("lies between values that are far apart", () => {
    expect(quantiles([-1.7e308, 1.7e308], [0.5])).toEqual([0]);
  });

  test("does not change its input, and refuses probabilities that are none", () => {
    const values = Object.freeze([3, 1, 2]);
    expect(quantiles(values, [1])).toEqual([3]);
    expect(() => quantiles([1], [1.5])).toThrow("probabilities must be between 0 and 1, got 1.5");
    expect(() => quantiles([1], [Number.NaN])).toThrow(RangeError);
  });
});

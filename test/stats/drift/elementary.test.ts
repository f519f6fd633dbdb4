import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohensD } from "../../../src/stats/drift/cohens-d.ts";
import { jensenShannonDistance } from "../../../src/stats/drift/jensen-shannon-distance.ts";
import { klDivergence } from "../../../src/stats/drift/kl-divergence.ts";
import { ksTest } from "../../../src/stats/drift/ks-test.ts";
import { populationStabilityIndex } from "../../../src/stats/drift/population-stability-index.ts";
import { binCounts, referenceEdges } from "../../../src/stats/drift/reference-bins.ts";
import { wassersteinDistance } from "../../../src/stats/drift/wasserstein-distance.ts";

// The numbers here were computed with scipy 1.17.1, where nothing else is said.
const a = Object.freeze([1, 2, 2, 3, 5, 8, 13, 21, 34, 55]);
const b = Object.freeze([2, 3, 3, 5, 8, 8, 20, 30, 40, 80, 90]);
const p = Object.freeze([0.1, 0.2, 0.3, 0.4]);
const q = Object.freeze([0.25, 0.25, 0.25, 0.25]);

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 25 });

/** Midpoints of n equal parts of [0, 1], to a power. */
function spread(n: number, power: number): number[] {
  return Array.from({ length: n }, (_, i) => ((i + 0.5) / n) ** power);
}

describe("ksTest()", () => {
  test.each([
    [a, b, 0.20909090909090908, 0.934065934065934],
    [a, a.map((value) => value + 6), 0.5, 0.16782134274394334],
    [spread(7, 1), spread(13, 1.8), 0.31868131868131866, 0.6407894736842106],
    [spread(30, 1), spread(30, 1.7), 0.2, 0.5940706297759378],
    [spread(40, 1), spread(60, 1.5), 0.16666666666666666, 0.4841355548719905],
    [spread(100, 1), spread(250, 1.3), 0.102, 0.4248968927317547],
    [spread(500, 1), spread(900, 1.1), 0.036444444444444446, 0.7716606109385014],
  ])("gives the exact p-value of ks_2samp (%#)", (first, second, statistic, pValue) => {
    for (const found of [ksTest(first, second), ksTest(second, first)]) {
      expect(found.statistic).toBeCloseTo(statistic, 14);
      expect(found.pValue).toBeCloseTo(pValue, 11);
      expect(found.method).toBe("exact");
    }
  });

  test("is the largest distance of the cumulative distributions", () => {
    fc.assert(
      fc.property(numbers, numbers, (first, second) => {
        const below = (of: number[], at: number) => of.filter((value) => value <= at).length / of.length;
        const gaps = [...first, ...second].map((at) => Math.abs(below(first, at) - below(second, at)));
        expect(ksTest(first, second).statistic).toBeCloseTo(Math.max(...gaps), 12);
      }),
    );
  });

  test("counts the orders in which values may come", () => {
    // Of the 20 orders of 3 and 3 values, 2 keep them wholly apart, 12 have a distance of at least 2/3.
    expect(ksTest([1, 2, 3], [4, 5, 6]).pValue).toBeCloseTo(2 / 20, 14);
    expect(ksTest([1, 2, 4], [3, 5, 6]).pValue).toBeCloseTo(12 / 20, 14);
    expect(ksTest([1, 2], [1, 2])).toEqual({ statistic: 0, pValue: 1, method: "exact" });
  });

  test("does not change under a rising function, and leaves missing and infinite values out", () => {
    const cube = (values: readonly number[]) => values.map((value) => value ** 3);
    expect(ksTest(cube(a), cube(b))).toEqual(ksTest(a, b));
    expect(ksTest([...a, Number.NaN, Number.POSITIVE_INFINITY], b)).toEqual(ksTest(a, b));
    expect(ksTest([], b)).toMatchObject({ statistic: null, pValue: null });
  });

  test("nears the exact p-value by the limit, and keeps tiny ones above 0", () => {
    const [first, second] = [spread(2000, 1), spread(3000, 1.12)];
    const limit = ksTest(first, second, { method: "asymptotic" }).pValue as number;
    expect(limit).toBeCloseTo(ksTest(first, second, { method: "exact" }).pValue as number, 2);
    expect(limit).toBeLessThan(0.3);
    // scipy's ks_2samp(range(50), range(50, 100)): 1.98e-29, which is 2 of C(100, 50) orders.
    const apart = ksTest(
      [...Array(50).keys()],
      [...Array(50).keys()].map((i) => i + 50),
    );
    expect(apart.pValue).toBeCloseTo(2 / 1.0089134454556e29, 40);
    expect(
      ksTest(
        first,
        first.map((value) => value + 0.2),
        { method: "asymptotic" },
      ).pValue,
    ).toBeGreaterThan(0);
    expect(() => ksTest(a, b, { method: "fast" as "exact" })).toThrow("method must be one of auto, exact");
  });
});

describe("wassersteinDistance()", () => {
  test("gives scipy's numbers", () => {
    expect(wassersteinDistance(a, b)).toBeCloseTo(11.872727272727273, 12);
    const weighted = wassersteinDistance([3, 0, 1], [5, 6, 8], { weightsA: [3, 1, 2], weightsB: [3, 1, 1] });
    expect(weighted).toBeCloseTo(3.966666666666667, 12);
  });

  test("is the size of a shift, symmetric, and 0 for the same values", () => {
    fc.assert(
      fc.property(numbers, numbers, fc.double({ min: -50, max: 50, noNaN: true }), (first, second, shift) => {
        const shifted = first.map((value) => value + shift);
        expect(wassersteinDistance(first, shifted)).toBeCloseTo(Math.abs(shift), 8);
        expect(wassersteinDistance(first, second)).toBeCloseTo(wassersteinDistance(second, first)!, 8);
        expect(wassersteinDistance(first, [...first, ...first])).toBeCloseTo(0, 8);
        const twice = wassersteinDistance(first, second, { weightsA: first.map(() => 2) });
        expect(twice).toBeCloseTo(wassersteinDistance(first, second)!, 8);
      }),
    );
  });

  test("is null without values, and refuses odd weights", () => {
    expect(wassersteinDistance([], b)).toBeNull();
    expect(wassersteinDistance([1], [2], { weightsA: [0] })).toBeNull();
    expect(() => wassersteinDistance(a, b, { weightsA: [1] })).toThrow("one weight a value, got 1 for 10");
    expect(() => wassersteinDistance([1], [2], { weightsB: [-1] })).toThrow("Weights must be numbers from 0");
  });
});

describe("distances between shares", () => {
  test("jensenShannonDistance() gives scipy's numbers", () => {
    expect(jensenShannonDistance(p, q)).toBeCloseTo(0.16692996572597962, 14);
    expect(jensenShannonDistance(p, q, { base: 2 })).toBeCloseTo(0.20050332253142814, 14);
    expect(jensenShannonDistance([1, 0, 3], [2, 2, 0])).toBeCloseTo(0.674132307080287, 14);
    expect(jensenShannonDistance([1, 0], [0, 1])).toBeCloseTo(0.8325546111576977, 14);
  });

  test("klDivergence() gives scipy's entropy, populationStabilityIndex() Evidently's formula", () => {
    expect(klDivergence(p, q)).toBeCloseTo(0.10644013528622315, 14);
    expect(klDivergence([1, 1], [1, 0])).toBe(Number.POSITIVE_INFINITY);
    expect(populationStabilityIndex(p, q)).toBeCloseTo(0.22821740957339182, 14);
    const empty = 0.5 * Math.log(1 / 0.5) + (1e-4 - 0.5) * Math.log(1e-4 / 0.5);
    expect(populationStabilityIndex([5, 5], [10, 0])).toBeCloseTo(empty, 12);
  });

  test("are 0 for the same shares, and symmetric but for klDivergence()", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        fc.pre(first.some((n) => n > 0) && second.some((n) => n > 0));
        const thrice = first.map((n) => n * 3);
        for (const distance of [jensenShannonDistance, klDivergence, populationStabilityIndex]) {
          expect(distance(first, thrice)).toBeCloseTo(0, 7);
          expect(distance(first, second)).toBeGreaterThanOrEqual(0);
        }
        for (const distance of [jensenShannonDistance, populationStabilityIndex]) {
          expect(distance(first, second)).toBeCloseTo(distance(second, first), 12);
        }
      }),
    );
  });

  test("refuse what are no shares", () => {
    expect(() => klDivergence([1], [1, 2])).toThrow("Both must have a number for each level, got 1 and 2");
    expect(() => jensenShannonDistance([1], [-1])).toThrow(
      "Counts and shares must be numbers from 0, got -1",
    );
    expect(() => jensenShannonDistance([1], [0])).toThrow("must not all be 0");
    expect(() => klDivergence(p, q, { base: 1 })).toThrow("base must be a number above 1, got 1");
    expect(() => populationStabilityIndex(p, q, { floor: 0 })).toThrow(
      "floor must be a number between 0 and 1",
    );
  });
});

describe("bins of a reference", () => {
  test("hold about the same number of its values", () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => i ** 2);
    const edges = referenceEdges(values, 10);
    expect([...binCounts(values, edges)]).toEqual(Array(10).fill(100));
  });

  test("give a frequent value a bin of its own, and are open to the outside", () => {
    const values = Float64Array.from([...Array(90).fill(0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const edges = referenceEdges(values, 10);
    expect([...binCounts(values, edges)]).toEqual([0, 90, 0, 10]);
    expect([...binCounts(Float64Array.of(-5, 0, 0.2, 99), edges)]).toEqual([1, 1, 1, 1]);
    const top = Float64Array.from([1, 2, ...Array(8).fill(3)]);
    expect([...binCounts(Float64Array.of(3, 4), referenceEdges(top, 10))].slice(-2)).toEqual([1, 1]);
  });
});

describe("cohensD()", () => {
  test("is the difference of means over the pooled standard deviation", () => {
    expect(cohensD([1, 2, 3], [2, 3, 4])).toBeCloseTo(1, 14);
    // By hand: means 2 and 6, squares 2 and 8, pooled variance 10 / 4.
    expect(cohensD([1, 2, 3], [4, 6, 8])).toBeCloseTo(4 / Math.sqrt(2.5), 14);
    expect(cohensD([0.1, 0.1, 0.1], [0.1])).toBe(0);
    expect(cohensD([1e300, 2e300, 3e300], [2e300, 3e300, 4e300])).toBeCloseTo(1, 14);
    expect(cohensD([1e-300, 2e-300, 3e-300], [2e-300, 3e-300, 4e-300])).toBeCloseTo(1, 14);
    expect(cohensD([1, 1], [2, 2])).toBeNull();
    expect(cohensD([], [2, 2, 3])).toBeNull();
  });
});

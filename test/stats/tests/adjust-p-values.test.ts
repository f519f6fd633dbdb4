import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustPValues, type Correction } from "../../../src/stats/tests/adjust-p-values.ts";

const P = [0.01, 0.04, 0.03, 0.005, 0.2, 0.03, 1e-12, 0.97];

/** `statsmodels.stats.multitest.multipletests(P, method)[1]`, statsmodels 0.15.0. */
const EXPECTED: Readonly<Record<Correction, readonly number[]>> = {
  holm: [0.06, 0.15, 0.15, 0.035, 0.4, 0.15, 8e-12, 0.97],
  bonferroni: [0.08, 0.32, 0.24, 0.04, 1, 0.24, 8e-12, 1],
  benjaminiHochberg: [
    0.02666666666666667, 0.05333333333333334, 0.048, 0.02, 0.2285714285714286, 0.048, 8e-12, 0.97,
  ],
  none: P,
};

describe("adjustPValues()", () => {
  test.each(Object.entries(EXPECTED))("%s gives the numbers of statsmodels", (correction, expected) => {
    const adjusted = adjustPValues(P, correction as Correction);
    adjusted.forEach((p, i) => {
      expect(Math.abs((p as number) / (expected[i] as number) - 1)).toBeLessThan(1e-14);
    });
  });

  test("leaves tests out that have no p-value", () => {
    expect(adjustPValues([0.25, null, Number.NaN, 0.0625])).toEqual([0.25, null, null, 0.125]);
    expect(adjustPValues([])).toEqual([]);
  });

  test("rejects what is no p-value and no correction", () => {
    expect(() => adjustPValues([0.5, 1.5])).toThrow("p-value 1 must be from 0 to 1, got 1.5");
    expect(() => adjustPValues([0.5], "tukey" as Correction)).toThrow("correction must be one of holm");
  });

  test("keeps the order of p-values, never lowers one, and Holm lies below Bonferroni", () => {
    const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pValues, (ps) => {
        const [holm, bonferroni, hochberg] = (["holm", "bonferroni", "benjaminiHochberg"] as const).map(
          (c) => {
            return adjustPValues(ps, c) as number[];
          },
        ) as [number[], number[], number[]];
        ps.forEach((p, i) => {
          expect(hochberg[i]).toBeGreaterThanOrEqual(p);
          expect(holm[i]).toBeGreaterThanOrEqual(hochberg[i] as number);
          expect(bonferroni[i]).toBeGreaterThanOrEqual(holm[i] as number);
          ps.forEach((q, j) => {
            if (p <= q) expect(holm[i]).toBeLessThanOrEqual(holm[j] as number);
          });
        });
      }),
    );
  });
});

import { table } from "arquero";
import fc from "fast-check";
import { sampleRankCorrelation } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { associations } from "../../../src/stats/association/associations.ts";
import { averageRanks } from "../../../src/stats/association/average-ranks.ts";
import { chiSquaredTest } from "../../../src/stats/association/chi-squared-test.ts";
import { correlationRatio } from "../../../src/stats/association/correlation-ratio.ts";
import { cramersV } from "../../../src/stats/association/cramers-v.ts";
import { imbalance } from "../../../src/stats/association/imbalance.ts";
import { kendallTau } from "../../../src/stats/association/kendall-tau.ts";
import { pearson } from "../../../src/stats/association/pearson.ts";
import { spearman } from "../../../src/stats/association/spearman.ts";

// The values and p-values here were computed with scipy 1.17.1: pearsonr, spearmanr, kendalltau(method="asymptotic"),
// chi2_contingency(correction=False), contingency.association(method="cramer"), f_oneway.
const x = Object.freeze([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]);
const y = Object.freeze([2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4]);
const u = [0.5, 1.5, 2, 3.7, 4.1, 5, 6.2, 7.7, 8, 9.9];
const v = [1.1, 0.9, 2.5, 3, 4.4, 4, 7.1, 6.5, 8.8, 9];

const small = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
  minLength: 2,
  maxLength: 30,
});

describe("pearson(), spearman(), kendallTau()", () => {
  test.each([1e300, 1e-300])("do not depend on the unit: %s", (unit) => {
    const [first, second] = [u.map((value) => value * unit), v.map((value) => value / unit)];
    const expected = pearson(u, v);
    expect(pearson(first, second).value).toBeCloseTo(expected.value as number, 12);
    const pairs = associations(table({ first, second })).objects();
    expect(pairs[0]).toMatchObject({
      measure: "pearson",
      value: expect.closeTo(expected.value as number, 12),
    });
  });

  test.each([
    [pearson, x, y, 0.09422924859889797, 0.7828721022183328],
    [spearman, x, y, 0.1384567651467695, 0.6847503048108998],
    [kendallTau, x, y, 0.14757295747452434, 0.5636090510696283],
    [pearson, u, v, 0.9638072156230463, 7.185846043071587e-6],
    [spearman, u, v, 0.9636363636363635, 7.3209748095299185e-6],
    [kendallTau, u, v, 0.8666666666666666, 0.00048616407497926886],
  ])("%o gives scipy's numbers (%#)", (measure, a, b, value, pValue) => {
    const found = measure(a, b);
    expect(found.value).toBeCloseTo(value, 13);
    expect((found.pValue as number) / pValue).toBeCloseTo(1, 10);
    expect(found.count).toBe(a.length);
  });

  test.each([pearson, spearman, kendallTau])(
    "%o leaves incomplete pairs out and knows constants",
    (measure) => {
      const gaps = measure([...x, Number.NaN, 1, Number.POSITIVE_INFINITY], [...y, 5, Number.NaN, 1]);
      expect(gaps).toEqual(measure(x, y));
      expect(measure([0.1, 0.1, 0.1], [1, 2, 3])).toEqual({ value: null, pValue: null, count: 3 });
      expect(measure([], [])).toEqual({ value: null, pValue: null, count: 0 });
      expect(measure([1, 2], [5, 3])).toEqual({ value: expect.closeTo(-1, 14), pValue: null, count: 2 });
      expect(() => measure([1], [1, 2])).toThrow("Both must have the same number of values, got 1 and 2");
    },
  );

  test.each([1e-300, 1e-170, 1e170, 1e300])("do not depend on the unit, as %d", (unit) => {
    for (const measure of [pearson, spearman, kendallTau]) {
      const found = measure(
        u,
        v.map((value) => value * unit),
      );
      expect(found.value).toBeCloseTo(measure(u, v).value as number, 13);
    }
  });

  test("spearman() agrees with simple-statistics, kendallTau() with counting all pairs", () => {
    fc.assert(
      fc.property(small, (pairs) => {
        const [a, b] = [pairs.map(([each]) => each), pairs.map(([, each]) => each)];
        const rho = spearman(a, b).value;
        if (rho !== null) expect(rho).toBeCloseTo(sampleRankCorrelation(a, b), 12);
        let [balance, untiedA, untiedB] = [0, 0, 0];
        for (let i = 0; i < a.length; i++) {
          for (let j = 0; j < i; j++) {
            const signs = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)] as const;
            balance += signs[0] * signs[1];
            untiedA += Math.abs(signs[0]);
            untiedB += Math.abs(signs[1]);
          }
        }
        const tau = kendallTau(a, b).value;
        if (untiedA === 0 || untiedB === 0) expect(tau).toBeNull();
        else expect(tau).toBeCloseTo(balance / Math.sqrt(untiedA * untiedB), 12);
      }),
      { numRuns: 200 },
    );
  });

  test("are as strong after any rising function, where they go by ranks", () => {
    const grown = x.map((value) => Math.exp(value));
    expect(spearman(grown, y)).toEqual(spearman(x, y));
    expect(kendallTau(grown, y)).toEqual(kendallTau(x, y));
  });

  test("averageRanks() shares ranks among equal numbers", () => {
    expect([...averageRanks([10, 20, Number.NaN, 10, 5])]).toEqual([2.5, 4, Number.NaN, 2.5, 1]);
  });
});

describe("chiSquaredTest() and cramersV()", () => {
  const counts = [
    [12, 5, 9],
    [3, 14, 8],
  ];

  test("give scipy's numbers", () => {
    const found = chiSquaredTest(counts);
    expect(found.statistic).toBeCloseTo(9.706105263157893, 12);
    expect(found.pValue).toBeCloseTo(0.007804516834222103, 12);
    expect(found).toMatchObject({ df: 2, count: 51 });
    expect(cramersV(counts)).toBeCloseTo(0.43625197933497584, 12);
    expect(
      chiSquaredTest([
        [400, 2],
        [3, 500],
      ]).pValue! / 1.9090866042310784e-194,
    ).toBeCloseTo(1, 8);
  });

  test("leave levels out that nothing has", () => {
    const padded = [
      [12, 0, 5, 9],
      [0, 0, 0, 0],
      [3, 0, 14, 8],
    ];
    expect(chiSquaredTest(padded)).toEqual(chiSquaredTest(counts));
    expect(cramersV(padded)).toBe(cramersV(counts));
    expect(chiSquaredTest([[1, 2]])).toEqual({ statistic: null, df: 0, pValue: null, count: 3 });
    expect(cramersV([])).toBeNull();
  });

  test("refuse what are no counts", () => {
    expect(() => chiSquaredTest([[1, 2], [3]])).toThrow(
      "Rows of counts must have the same length, got 2 and 1",
    );
    expect(() => chiSquaredTest([[1, -2]])).toThrow("Counts must be numbers from 0, got -2 in row 0");
  });
});

describe("correlationRatio()", () => {
  test("is the root of the share of variance between groups, with the p-value of scipy's f_oneway", () => {
    const values = [5.1, 4.9, 6.2, 5.5, 6.8, 7.1, 6.9, 4.4, 5, 4.1, 4.6, 5.2, 99];
    const found = correlationRatio(values, [0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 2, -1]);
    expect(found.value).toBeCloseTo(0.9174462376400253, 12);
    expect(found.pValue).toBeCloseTo(0.0002497872692037319, 12);
    expect(found.count).toBe(12);
  });

  test("is that of pearson() for two groups", () => {
    const groups = x.map((_, i) => i % 2);
    const r = pearson(x, groups);
    const eta = correlationRatio(x, groups);
    expect(eta.value).toBeCloseTo(Math.abs(r.value as number), 12);
    expect(eta.pValue).toBeCloseTo(r.pValue as number, 10);
  });

  test("is null where there is nothing to compare, and 1 where groups explain all", () => {
    expect(correlationRatio([1, 2], [0, 0]).value).toBeNull();
    expect(correlationRatio([1, 1], [0, 1]).value).toBeNull();
    expect(correlationRatio([1, 1, 2, 2], [0, 0, 1, 1])).toEqual({ value: 1, pValue: 0, count: 4 });
    expect(correlationRatio([1, 2], [0, 1])).toEqual({ value: 1, pValue: null, count: 2 });
  });
});

describe("imbalance()", () => {
  test("is 1 less the entropy's share of the largest possible", () => {
    // Computed from ydata-profiling's formula with numpy.
    expect(imbalance([70, 20, 10])).toBeCloseTo(0.27015330083790245, 14);
    expect(imbalance([5, 5, 5, 5])).toBeCloseTo(0, 14);
    expect(imbalance([9, 0])).toBe(1);
    expect(imbalance([9])).toBeNull();
    expect(imbalance([0, 0])).toBeNull();
    expect(() => imbalance([1, Number.NaN])).toThrow("Counts must be numbers from 0, got NaN for level 1");
  });
});

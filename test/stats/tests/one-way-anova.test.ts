import fc from "fast-check";
import { tTestTwoSample } from "simple-statistics";
import { describe, expect, test } from "vitest";
import { kruskalWallis } from "../../../src/stats/tests/kruskal-wallis.ts";
import { oneWayAnova } from "../../../src/stats/tests/one-way-anova.ts";
import { expectNear } from "./expect-near.ts";

/** R's `PlantGrowth`. */
const PLANTS = [
  [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
  [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
  [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
];
const UNEQUAL = [
  [1, 2, 2, 3, 5],
  [2, 3, 8, 8],
  [9, 8, 13, 1, 21, 2, 8],
];

const number = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8);
const group = fc.array(number, { minLength: 2, maxLength: 8 });

// Expected numbers from scipy 1.17.1 (`f_oneway`, `kruskal`); η², ω² from the table of statsmodels 0.15.0 `anova_lm`.
describe("oneWayAnova()", () => {
  test("gives scipy's numbers", () => {
    const plants = oneWayAnova(PLANTS);
    expectNear(plants.f, 4.846087862380136);
    expectNear(plants.pValue, 0.015909958325622912);
    const unequal = oneWayAnova(UNEQUAL);
    expectNear(unequal.f, 2.4197467837451505);
    expectNear(unequal.pValue, 0.12783371236563826);
    expectNear(unequal.etaSquared, 0.2712797619047618);
    expectNear(unequal.omegaSquared, 0.15072027054857617);
    expect(unequal).toMatchObject({ dfBetween: 2, dfWithin: 13, count: 16 });
  });

  test("has the square of t as F of two groups, which no constant changes", () => {
    fc.assert(
      fc.property(group, group, number, (a, b, shift) => {
        const { f } = oneWayAnova([a, b]);
        const t = tTestTwoSample(a, b, 0);
        if (f === null || t === null || !Number.isFinite(t)) return;
        expect(Math.abs(f - t * t)).toBeLessThan(1e-9 * (1 + f));
        const shifted = oneWayAnova([a, b].map((values) => values.map((value) => value + shift)));
        expect(Math.abs((shifted.f as number) - f)).toBeLessThan(1e-9 * (1 + f));
      }),
    );
  });

  test("finds the same far from 0", () => {
    const far = PLANTS.map((values) => values.map((value) => 2 ** 30 + Math.round(value * 100)));
    expectNear(oneWayAnova(far).f, 4.846087862380136, 1e-9);
  });

  test("has null for what cannot be computed", () => {
    const nothing = { f: null, pValue: null, etaSquared: null, omegaSquared: null };
    expect(oneWayAnova([])).toMatchObject({ ...nothing, dfBetween: 0, dfWithin: 0, count: 0 });
    expect(oneWayAnova([[1, 2, 3], []])).toMatchObject({ ...nothing, dfBetween: 0, dfWithin: 2 });
    expect(oneWayAnova([[0.1 + 0.2], [0.3, 0.3]])).toMatchObject(nothing);
    expect(oneWayAnova([[1], [2]])).toMatchObject({ ...nothing, etaSquared: 1 });
  });

  test("is certain where groups differ and numbers within do not", () => {
    const certain = oneWayAnova([
      [0.1, 0.1, 0.1],
      [0.7, 0.7],
    ]);
    expect(certain).toMatchObject({ f: Number.POSITIVE_INFINITY, pValue: 0, etaSquared: 1, omegaSquared: 1 });
  });

  test("leaves out what is missing or infinite", () => {
    const holes = PLANTS.map((values) => [Number.NaN, ...values, Number.NEGATIVE_INFINITY]);
    expect(oneWayAnova(holes)).toEqual(oneWayAnova(PLANTS));
  });
});

describe("kruskalWallis()", () => {
  test("gives scipy's numbers, ties corrected", () => {
    const plants = kruskalWallis(PLANTS);
    expectNear(plants.h, 7.988228749443715);
    expectNear(plants.pValue, 0.018423755731471966);
    const unequal = kruskalWallis(UNEQUAL);
    expectNear(unequal.h, 3.571537125488504);
    expectNear(unequal.pValue, 0.16766814797572566);
    expect(unequal).toMatchObject({ df: 2, count: 16 });
  });

  test("sees the order of numbers only", () => {
    const cubes = UNEQUAL.map((values) => values.map((value) => value ** 3));
    expect(kruskalWallis(cubes)).toEqual(kruskalWallis(UNEQUAL));
  });

  test("has null for what cannot be computed", () => {
    expect(kruskalWallis([[1, 2], []])).toEqual({ h: null, df: 0, pValue: null, count: 2 });
    expect(kruskalWallis([[4, 4], [4]])).toEqual({ h: null, df: 1, pValue: null, count: 3 });
  });
});

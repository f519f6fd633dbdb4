import { describe, expect, test } from "vitest";
import { effects } from "../../../src/stats/effects/effects.ts";
import { expectNear } from "../tests/expect-near.ts";
import { JOBS } from "./sweep-jobs.ts";

/** The rows of a table, as objects whose numbers are looked at by name. */
type Rows = Record<string, number | null>[];

function expectRow(rows: Rows, place: number, expected: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(expected)) expectNear(rows[place]?.[name] ?? null, value, 1e-9);
}

const FACTORS = ["a", "b", "h"];

// Expected numbers from scipy 1.17.1 (`f_oneway`, `kruskal`, `ttest_rel`) and statsmodels 0.15.0 (`ols` with
// `anova_lm(typ=2)`, `t_test` of contrasts and `compare_f_test`).
describe("effects()", () => {
  const study = effects(JOBS, { outcome: "y", factors: FACTORS });

  test("gives the numbers of scipy and statsmodels for each factor", () => {
    const main = study.main.objects() as Rows;
    expect(study.main.array("factor")).toEqual(FACTORS);
    expectRow(main, 0, { f: 0.326450543561124, p_value: 0.7237163895070681, kruskal_h: 0.6531846531846526 });
    expectRow(main, 0, { kruskal_p: 0.7213777696226849, eta_squared: 0.018841166731776902 });
    expectRow(main, 0, { omega_squared: -0.037783711053020766, df_between: 2, df_within: 34, count: 37 });
    expectRow(main, 1, { f: 0.619844624239088, p_value: 0.4364042944288656, kruskal_p: 0.3605681872203039 });
    expectRow(main, 2, { f: 1.173336887045976, p_value: 0.33473734988378623, kruskal_h: 3.60113890377049 });
    expectRow(main, 2, { trend_slope: -0.6056340206185578, trend_low: -1.2836625247829097 });
    expectRow(main, 2, { trend_high: 0.07239448354579414, trend_p: 0.07836085239832014 });
    expect(main[0]?.trend_slope).toBeNull();
    expect(study.main.array("ordered")).toEqual([false, false, true]);
    expect(study.main.array("significant")).toEqual([false, false, false]);
  });

  test("gives statsmodels' effects of levels", () => {
    const levels = study.levels.objects() as Rows;
    expectRow(levels, 0, { effect: -0.4326819126819106, effect_low: -1.586668455351918 });
    expectRow(levels, 0, { effect_high: 0.7213046299880967 });
    expectRow(levels, 1, { mean: 14.299999999999999, sd: 2.3785794079660234, low: 12.702048610733655 });
    expectRow(levels, 1, { high: 15.897951389266343, effect_high: 1.388443972993395 });
    expect(study.levels.array("level")).toEqual(["p", "q", "r", "false", "true", "1", "2", "3", "4"]);
    expect(study.levels.array("value")).toEqual([null, null, null, null, null, 1, 2, 3, 4]);
  });

  test("gives statsmodels' interaction of unequal cells", () => {
    const rows = study.interactions.objects() as Rows;
    expectRow(rows, 0, { f: 0.3479297397774812, p_value: 0.7088706513522616, df_within: 31 });
    expectRow(rows, 0, { df_interaction: 2, eta_squared: 0.02115938195625934 });
    expectRow(rows, 0, { partial_eta_squared: 0.021954270714880545 });
    expect(study.interactions.select("factor_a", "factor_b").objects()).toEqual([
      { factor_a: "a", factor_b: "b" },
      { factor_a: "a", factor_b: "h" },
      { factor_a: "b", factor_b: "h" },
    ]);
    expect(study.cells.filter((cell: { factor_b: string }) => cell.factor_b === "b").numRows()).toBe(6);
    expect(study.pairs).toBeNull();
  });
});

describe("effects() of jobs that share a state", () => {
  const study = effects(JOBS, { outcome: "y", factors: FACTORS, pairedBy: "state" });

  test("gives statsmodels' numbers of the factor beside the state", () => {
    const main = study.main.objects() as Rows;
    expectRow(main, 0, {
      f: 9.569072222073054,
      p_value: 0.0006436880644324697,
      df_between: 2,
      df_within: 29,
    });
    expectRow(main, 0, { eta_squared: 0.3975671406768032, omega_squared: 0.34877475814388015 });
    expectRow(main, 2, { trend_slope: -0.09863889461746572, trend_low: -0.28808874375255816 });
    expectRow(main, 2, { trend_high: 0.09081095451762672, trend_p: 0.29611746668149685 });
    const levels = study.levels.objects() as Rows;
    expectRow(levels, 0, { effect: -0.4567318051691953, effect_low: -0.6742238888365307 });
    expectRow(levels, 1, { effect: 0.3344366643606209, effect_low: 0.08707739999757932 });
    expectRow(levels, 2, { effect: 0.1737469353255916, effect_high: 0.3928852706163404 });
  });

  test("gives statsmodels' interaction beside the state", () => {
    expectRow(study.interactions.objects() as Rows, 0, {
      f: 6.250194873184552,
      p_value: 0.006075847796315851,
      df_interaction: 2,
    });
  });

  test("gives scipy's differences of means of a state", () => {
    const alone = effects(JOBS, { outcome: "y", factors: ["a"], pairedBy: "state" });
    const pairs = alone.pairs?.objects() as Rows;
    expectRow(pairs, 0, { pairs: 6, difference: 0.6472222222222225, low: 0.007825175806610463, df: 5 });
    expectRow(pairs, 0, { high: 1.2866192686378346, t: 2.6020415599217137, p_value: 0.04813048617872106 });
    expectRow(pairs, 1, {
      difference: 0.5791666666666657,
      t: 3.9345996396763017,
      p_value: 0.011019360182785178,
    });
    expectRow(pairs, 2, { difference: -0.06805555555555672, p_value: 0.7452257876720441 });
  });

  // pandas 3.1.1: means by state, level and other factors; their differences averaged by state; scipy's `ttest_1samp`.
  test("gives scipy's differences of jobs that are alike in the other factors", () => {
    const pairs = study.pairs?.objects() as Rows;
    expectRow(pairs, 0, { pairs: 2, incomplete: 4, difference: 0.2450000000000001, df: 1 });
    expectRow(pairs, 0, { low: -9.983494812620638, high: 10.473494812620636, p_value: 0.8119165215094774 });
    expectRow(pairs, 1, { pairs: 3, incomplete: 3, difference: 0.4383333333333323, t: 2.0136267125918272 });
    expectRow(pairs, 2, { pairs: 5, incomplete: 1, p_value: 0.9625277060791428 });
    expectRow(pairs, 3, { pairs: 3, difference: -0.6150000000000008, p_value: 0.3327196504058944 });
    // h from 1 to 2.
    expectRow(pairs, 4, { pairs: 1, incomplete: 4, difference: -0.7700000000000014 });
    expect(pairs[7]).toMatchObject({ level_a: "2", level_b: "3", pairs: 0, incomplete: 6, difference: null });
    const two = effects(JOBS, { outcome: "y", factors: ["a", "b"], pairedBy: "state" }).pairs;
    expectRow(two?.objects() as Rows, 0, { pairs: 6, difference: 0.5166666666666669, t: 1.7846992540115367 });
    expectRow(two?.objects() as Rows, 3, { difference: -0.41361111111111093, p_value: 0.15881566599330868 });
  });
});

import type { ColumnTable } from "arquero";
import { showingTables } from "../../display/tables-display.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { numbersOf } from "../columns/numbers-of.ts";
import { adjustPValues, type Correction, checkCorrection } from "../tests/adjust-p-values.ts";
import { checkConfidence } from "../tests/check-confidence.ts";
import { checkBins } from "./check-bins.ts";
import type { Factor } from "./factor.ts";
import { factorData, studiedFactor } from "./factor-data.ts";
import { interaction } from "./interaction.ts";
import { levelPairs } from "./level-pairs.ts";
import { mainEffect } from "./main-effect.ts";
import { sameLevelsNote } from "./same-levels-note.ts";
import type { StudyInput } from "./study-input.ts";
import { STUDY_TABLES } from "./study-tables.ts";

/** Options of {@link effects}. */
export interface EffectsOptions {
  /** The column of the results: numbers, truth values (studied as 0 and 1, so that means are shares) or moments. */
  outcome: string;
  /** The columns whose effect is asked for: numbers, moments, truth values or texts. */
  factors: readonly string[];
  /** How sure intervals are; a p-value is significant up to 1 less this. @default 0.95 */
  confidence?: number;
  /** How p-values are corrected for their number. @default "holm" */
  correction?: Correction;
  /**
   * The columns that tell which jobs share a base, such as `state`, or all other parameters: then differences within
   * bases decide. A factor that is among them is not part of its own base.
   */
  pairedBy?: string | readonly string[];
  /** Whether each pair of factors is studied, too. @default true */
  interactions?: boolean;
  /** The number of bins of a numeric factor with more different numbers than this, and than 10. @default 5 */
  bins?: number;
}

/** What {@link effects} finds. What cannot be computed is null. */
export interface EffectsStudy {
  /**
   * A row per factor: `factor, ordered` (it has numbers or moments), `binned, levels, count` (rows studied), `missing`
   * (rows with an outcome and without this factor or a base), `f, df_between, df_within, p_value, p_adjusted,
   * eta_squared, omega_squared` (see {@link oneWayAnova}), `kruskal_h, kruskal_p, kruskal_p_adjusted` (see
   * {@link kruskalWallis}), `trend_slope, trend_low, trend_high, trend_p, trend_p_adjusted` (the line of least squares
   * through the numbers as they are, not the bins, with the interval of Student's t; for moments per millisecond),
   * `significant` (`p_adjusted` is at most 1 - confidence), `note` (why there is no F, such as that no row has a value of
   * a base column; or that another factor has the same levels in the same jobs, so that the two have the same numbers and
   * are one finding).
   *
   * Each of the three columns of corrected p-values is a family of its own, of all factors.
   */
  main: ColumnTable;
  /**
   * A row per factor and level: `factor, level` (text), `value` (its number, or the mean of the numbers in its bin),
   * `count, mean, sd, low, high` (the interval of Student's t from the level's own jobs), `effect` (its mean less the
   * mean of all), `effect_low, effect_high` (from the error of the F test: mean square × (1/n of the level - 1/n of
   * all), so of jobs that spread alike at each level).
   */
  levels: ColumnTable;
  /**
   * A row per pair of factors: `factor_a, factor_b, count, f, df_interaction, df_within, p_value, p_adjusted,
   * eta_squared` (share of all variation), `partial_eta_squared` (share of what neither factor explains alone),
   * `significant, note`. The test compares the fit of a mean for each cell with that of the sum of both factors, which
   * is exact for any counts in the cells, empty cells included; of one family with all pairs. Factors with the same
   * levels in the same jobs have no test, but a note.
   */
  interactions: ColumnTable;
  /** A row per pair of factors and cell that has jobs: `factor_a, level_a, value_a, factor_b, level_b, value_b, count, mean`. */
  cells: ColumnTable;
  /**
   * With `pairedBy`, a row per factor and pair of levels: `factor, level_a, level_b, pairs` (bases that have jobs at
   * both which are alike in the other factors), `incomplete` (bases that have jobs at one or both and none that are so
   * alike; they are left out), `difference` (mean of b less a), `low, high, t, df, p_value, p_adjusted, significant`
   * (paired t test of one difference a base; of one family with all pairs of all factors), `note`.
   *
   * A base's difference is that of jobs with the same levels (or bins) of all other `factors`: means of b less a for each
   * such cell that has both, averaged over cells, so that jobs that failed leave no difference of another factor behind.
   * Columns that are not named are not held alike, and a factor with the same levels in the same jobs cannot be. Where no
   * base has two levels in any such cell, as where all parameters vary from job to job, the base's mean at each level is
   * taken, and `note` says so. Null without `pairedBy`.
   */
  pairs: ColumnTable | null;
  /** Rows with an outcome. */
  count: number;
  /** Rows without one: it is missing (null, undefined, NaN). */
  missing: number;
  /** Rows whose outcome is infinite, which are left out, too. */
  infinite: number;
}

/**
 * What the parameters of a sweep do to an outcome: main effects, interactions of pairs and, where jobs share a base,
 * differences within bases. Numeric factors with many different numbers are put in bins of about the same count
 * (a number of rank r of n goes to bin ⌊bins · (r - ½) / n⌋; equal ones stay together); their trend is not.
 *
 * Without `pairedBy`, rows are taken as independent: one-way analysis of variance and Kruskal and Wallis's test. With
 * it, the base is a block: the F test is that of a factor after the blocks in the sum of both (randomised blocks, any
 * counts), the rank test is Hodges and Lehmann's for aligned ranks in the columns `kruskal_*`, trends and interactions
 * have a constant for each base, η² and ω² are shares of the variation within bases, and effects of levels are
 * those of that fit. The other factors are held alike in `pairs` only.
 *
 * @throws {RangeError} When the table has no such column, no factor is named or one is twice, or a factor is also the
 * outcome or the only column of `pairedBy`.
 * @throws {TypeError} When the outcome has no numbers, a factor has lists, or an option is unknown.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const study = effects(jobs, { outcome: "avg_percent_occlusion", factors: ["camera_height", "scene"] });
 * study.main.select("factor", "p_adjusted", "omega_squared").objects(); // [
 * //   { factor: "camera_height", p_adjusted: 0.6034…, omega_squared: -0.0841… },
 * //   { factor: "scene", p_adjusted: 0.2912…, omega_squared: 0.1104… }
 * // ]
 * ```
 */
export function effects(table: ColumnTable, options: EffectsOptions): EffectsStudy {
  checkTable(table, "effects");
  checkOptionNames(options, OPTIONS);
  const { outcome: outcomeName, factors: names, confidence = 0.95, correction = "holm" } = options;
  const { pairedBy = [], interactions = true, bins = 5 } = options;
  const bases = typeof pairedBy === "string" ? [pairedBy] : pairedBy;
  checkNames(outcomeName, names, bases);
  checkConfidence(confidence);
  checkCorrection(correction);
  checkBins(bins);
  const outcome = numbersOf(table, outcomeName, "outcome");
  const count = outcome.reduce((sum, value) => sum + (Number.isFinite(value) ? 1 : 0), 0);
  const missing = outcome.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  const input: StudyInput = { table, outcome, pairedBy: bases, bins };
  const factors = names.map((name) => studiedFactor(input, name));
  const single = factors.map((factor) => factorData(input, [factor]));
  const mains = single.map((data) => {
    return mainEffect(data, { confidence, missing: count - data.outcome.length });
  });
  const crossed = !interactions
    ? []
    : factors.flatMap((a, i) => factors.slice(i + 1).map((b) => interaction(factorData(input, [a, b]))));
  const pairs =
    bases.length === 0
      ? null
      : single.flatMap((data, i) => {
          return levelPairs(data, { others: factors.filter((_, k) => k !== i), confidence });
        });
  const main = corrected(mains.map((each) => each.main));
  const kruskal = adjustPValues(
    main.map((row) => row.kruskal_p),
    correction,
  );
  const trends = adjustPValues(
    main.map((row) => row.trend_p),
    correction,
  );
  return showingTables({
    main: STUDY_TABLES.main(
      main.map((row, i) => ({
        ...row,
        note: row.note ?? sameLevelsNote(factors[i] as Factor, factors),
        kruskal_p_adjusted: kruskal[i] ?? null,
        trend_p_adjusted: trends[i] ?? null,
      })),
    ),
    levels: STUDY_TABLES.levels(mains.flatMap((each) => each.levels)),
    interactions: STUDY_TABLES.interactions(corrected(crossed.map((each) => each.interaction))),
    cells: STUDY_TABLES.cells(crossed.flatMap((each) => each.cells)),
    pairs: pairs === null ? null : STUDY_TABLES.pairs(corrected(pairs)),
    count,
    missing,
    infinite: outcome.length - count - missing,
  });

  function corrected<Row extends { p_value: number | null }>(rows: readonly Row[]) {
    const adjusted = adjustPValues(
      rows.map((row) => row.p_value),
      correction,
    );
    return rows.map((row, i) => {
      const p = adjusted[i] ?? null;
      return { ...row, p_adjusted: p, significant: p === null ? null : p <= 1 - confidence };
    });
  }
}

const OPTIONS: readonly (keyof EffectsOptions)[] = [
  ...(["outcome", "factors", "confidence", "correction", "pairedBy", "interactions", "bins"] as const),
];

function checkNames(outcome: string, factors: readonly string[], bases: readonly string[]): void {
  if (typeof outcome !== "string") throw new TypeError('effects needs the name of an "outcome" column');
  if (!Array.isArray(factors) || factors.length === 0) {
    throw new TypeError('effects needs the names of one or more columns as "factors"');
  }
  factors.forEach((name, i) => {
    if (name === outcome) throw new RangeError(`The outcome "${name}" cannot be a factor, too`);
    if (factors.indexOf(name) !== i) throw new RangeError(`The factor "${name}" is named twice`);
    if (bases.length > 0 && bases.every((base) => base === name)) {
      throw new RangeError(`The factor "${name}" is all of pairedBy, so that no column tells its base`);
    }
  });
}

import type { ColumnTable } from "arquero";
import { axisTitle } from "./axis-title.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { checkChoice } from "./check-choice.ts";
import { checkTop } from "./check-top.ts";
import { forestView } from "./forest-view.ts";
import { makeChart } from "./make-chart.ts";
import { readRows } from "./read-rows.ts";

/** The tables of `effects` that {@link effectsForest} draws. */
export interface ForestTables {
  /** One row a factor: `factor`, `eta_squared`, `p_adjusted`, `significant`. */
  readonly main: ColumnTable;
  /** One row a level: `factor`, `level`, `effect`, `effect_low`, `effect_high`. */
  readonly levels: ColumnTable;
  /** One row a pair of levels: `factor`, `level_a`, `level_b`, `difference`, `low`, `high`, `significant`. */
  readonly pairs?: ColumnTable | null;
}

/** Options of {@link effectsForest}. */
export interface EffectsForestOptions extends ChartOptions {
  /**
   * What was measured, for the axis.
   * @default "outcome"
   */
  outcome?: string;
  /** Its unit. */
  unit?: string;
  /**
   * Whether each level is shown against the mean of all, or the differences of pairs of levels.
   * @default "levels"
   */
  show?: "levels" | "pairs";
  /**
   * How many factors are shown, those first that explain most.
   * @default 12
   */
  top?: number;
  /**
   * How many levels (or pairs) of a factor are shown; of more, those with the largest effects.
   * @default 12
   */
  topLevels?: number;
}

/**
 * The effects of factors on an outcome as a forest: a point with its interval for each level, factors that explain
 * most first, and a line where there is no effect. A factor (or pair) that is significant after correction has filled
 * diamonds, another one hollow circles.
 *
 * @param study What `effects` gives.
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When a table lacks a column, or pairs are asked for and there are none.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const study = effects(jobs, { outcome: "avg_percent_occlusion", factors: ["scene", "camera_height"] });
 * const chart = effectsForest(study, { outcome: "occlusion", unit: "%" });
 * chart.description; // "Effects of 2 factors on occlusion with confidence intervals. Significant: none."
 * ```
 */
export function effectsForest(study: ForestTables, options: EffectsForestOptions = {}): ChartSpec {
  checkChartOptions(options, ["outcome", "unit", "show", "top", "topLevels"]);
  const { outcome = "outcome", unit, show = "levels", top = 12, topLevels = 12, width = 360 } = options;
  checkTop(top);
  checkTop(topLevels, "topLevels");
  checkChoice("show", show, ["levels", "pairs"]);
  const factors = readRows(study.main, {
    texts: { factor: "factor", significant: "significant" },
    numbers: { size: "eta_squared", p: "p_adjusted" },
  }).sort((a, b) => (b.size ?? -1) - (a.size ?? -1));
  const entries = show === "pairs" ? pairsOf(study) : levelsOf(study, factors);
  const shown = factors.slice(0, top);
  const ends = entries.flatMap(({ effect, low, high }) => [effect, low ?? effect, high ?? effect]);
  const domain = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const blocks = shown.map(({ factor, size, p }, i): View => {
    const title = [factor, size === null ? "" : `η² ${size.toFixed(2)}`, pText(p)].filter(Boolean).join(", ");
    const own = entries.filter((entry) => entry.factor === factor);
    const axis =
      show === "pairs"
        ? `difference in ${axisTitle(outcome, unit)}`
        : `effect on ${axisTitle(outcome, unit)}`;
    const last = i === shown.length - 1;
    return forestView(own, {
      title,
      domain,
      width,
      top: topLevels,
      axis: last ? axis : null,
    });
  });
  const significant = factors.filter((factor) => factor.significant === "true").map(({ factor }) => factor);
  const rest = factors.length - shown.length;
  return makeChart({
    options,
    view: entries.length > 0 && blocks.length > 0 ? { vconcat: blocks, spacing: 8, bounds: "full" } : null,
    note: rest > 0 ? `${rest} factors that explain less are not shown` : null,
    description:
      `Effects of ${factors.length} factors on ${outcome} with confidence intervals. ` +
      `Significant: ${significant.length === 0 ? "none" : significant.join(", ")}.`,
  });
}

function levelsOf({ levels }: ForestTables, factors: readonly { factor: string; significant: string }[]) {
  const significant = new Map(factors.map((row) => [row.factor, row.significant === "true"]));
  const rows = readRows(levels, {
    texts: { factor: "factor", label: "level" },
    numbers: { effect: "effect", low: "effect_low", high: "effect_high" },
  });
  return rows.flatMap(({ effect, ...row }) =>
    effect === null ? [] : [{ ...row, effect, significant: significant.get(row.factor) ?? false }],
  );
}

function pairsOf({ pairs }: ForestTables) {
  if (!pairs) {
    throw new RangeError(
      'There are no pairs in this study: they come from the option "pairedBy" of effects()',
    );
  }
  const rows = readRows(pairs, {
    texts: { factor: "factor", a: "level_a", b: "level_b", significant: "significant" },
    numbers: { effect: "difference", low: "low", high: "high" },
  });
  return rows.flatMap(({ factor, a, b, significant, effect, low, high }) => {
    const label = `${b} − ${a}`;
    return effect === null ? [] : [{ factor, label, effect, low, high, significant: significant === "true" }];
  });
}

function pText(p: number | null): string {
  if (p === null) return "";
  return p < 0.001 ? "p < 0.001" : `p ${p.toFixed(3)}`;
}

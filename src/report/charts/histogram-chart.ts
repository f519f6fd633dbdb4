import type { ColumnTable } from "arquero";
import { axisTitle } from "./axis-title.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { checkChoice } from "./check-choice.ts";
import { groupsOf } from "./groups-of.ts";
import { histogramView } from "./histogram-view.ts";
import { makeChart } from "./make-chart.ts";
import { readRows } from "./read-rows.ts";
import { seriesOf } from "./series.ts";
import { stepsView } from "./steps-view.ts";

/** Options of {@link histogramChart}. */
export interface HistogramChartOptions extends ChartOptions {
  /**
   * What was measured, for the axis.
   * @default "value"
   */
  name?: string;
  /** Its unit. */
  unit?: string;
  /**
   * Whether bars show how many there are, or their share of all of their group.
   * @default "count"
   */
  show?: "count" | "share";
}

const COLUMNS = ["bin_start", "bin_end", "count", "share"];

/**
 * A histogram from a table of bins, such as `histogram` gives, or the occlusion of `labelStatistics`: columns
 * `bin_start`, `bin_end`, `count` and `share`. Columns before these are groups, whose bars stand on one another.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks one of the columns, or an option has no such value.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const bins = histogram(jobs, { column: "camera_height", by: "scene" });
 * const chart = histogramChart(bins, { name: "camera height", unit: "m" });
 * chart.description; // "Histogram of camera height by scene, 10 bins."
 * ```
 */
export function histogramChart(bins: ColumnTable, options: HistogramChartOptions = {}): ChartSpec {
  checkChartOptions(options, ["name", "unit", "show"]);
  const { name = "value", unit, show = "count", width = 420, height = 220 } = options;
  checkChoice("show", show, ["count", "share"]);
  const groups = groupsOf(bins, COLUMNS);
  const rows = readRows(bins, { numbers: { start: "bin_start", end: "bin_end", amount: show } });
  const known = rows.flatMap(({ start, end, amount }, row) =>
    start === null || end === null ? [] : [{ start, end, amount: amount ?? 0, group: groups?.of[row] ?? "" }],
  );
  const common = { xTitle: axisTitle(name, unit), yTitle: show, width, height, shares: show === "share" };
  // Shares of different groups do not add up to anything.
  const drawn =
    groups !== null && show === "share"
      ? stepsView(known, { ...common, groupTitle: groups.title })
      : histogramView(known, { ...common, series: groups && seriesOf(known, groups.title) });
  const of = groups === null ? "" : ` by ${groups.title}`;
  return makeChart({
    options,
    view: known.length > 0 ? drawn : null,
    description: `Histogram of ${name}${of}, ${known.length} bins.`,
  });
}

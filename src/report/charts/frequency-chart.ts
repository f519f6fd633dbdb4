import type { ColumnTable } from "arquero";
import { barsView } from "./bars-view.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { checkTop } from "./check-top.ts";
import { groupsOf } from "./groups-of.ts";
import { makeChart } from "./make-chart.ts";
import { readRows } from "./read-rows.ts";
import { seriesOf } from "./series.ts";

/** Options of {@link frequencyChart}. */
export interface FrequencyChartOptions extends ChartOptions {
  /**
   * What the values are values of, for the axis.
   * @default "value"
   */
  name?: string;
  /**
   * How many values have a bar of their own; the others share one.
   * @default 20
   */
  top?: number;
  /**
   * The column that has the values, such as `category` of the classes of `labelStatistics`.
   * @default "value"
   */
  column?: string;
}

/**
 * Bars of how often values occur, the most frequent first, from a table such as `frequencies` gives: columns `value`
 * and `count`. Columns before these are groups, whose bars stand on one another.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks one of the columns, or an option has no such value.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const chart = frequencyChart(frequencies(jobs, { column: "scene" }), { name: "scene" });
 * chart.description; // "Frequencies of 2 values of scene. The most frequent is BEDROOM_2."
 * ```
 */
export function frequencyChart(frequencies: ColumnTable, options: FrequencyChartOptions = {}): ChartSpec {
  checkChartOptions(options, ["name", "top", "column"]);
  const { column = "value", name = column, top = 20, width = 360, height = null } = options;
  checkTop(top);
  const groups = groupsOf(frequencies, [column, "count", "share"]);
  const rows = readRows(frequencies, { texts: { value: column }, numbers: { amount: "count" } });
  const bars = rows.map(({ value, amount }, row) => ({
    ...{ value, amount: amount ?? 0, group: groups?.of[row] ?? "" },
  }));
  const view = barsView(bars, {
    ...{ title: name, amountTitle: "count", series: groups && seriesOf(bars, groups.title) },
    ...{ width, height, top },
  });
  const values = new Set(bars.map(({ value }) => value)).size;
  const of = groups === null ? "" : ` by ${groups.title}`;
  const first = bars.reduce((a, b) => (b.amount > a.amount ? b : a), { value: "", amount: 0 });
  const most = first.amount > 0 ? ` The most frequent is ${first.value}.` : "";
  return makeChart({
    ...{ options, view: bars.length > 0 ? view : null },
    description: `Frequencies of ${values} values of ${name}${of}.${most}`,
  });
}

import type { ColumnTable } from "arquero";
import { checkTable } from "../../stats/columns/check-table.ts";
import { columnKind } from "../../stats/columns/column-kind.ts";
import { findColumn } from "../../stats/columns/find-column.ts";
import { levelsOf } from "../../stats/columns/levels-of.ts";
import { USUAL_KEYS } from "../../stats/columns/usual-keys.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { countOf } from "../text/count-of.ts";
import { cellText } from "./cell-text.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { checkTop } from "./check-top.ts";
import { columnPanel, isPanelKind } from "./column-panel.ts";
import { groupTexts } from "./groups-of.ts";
import { makeChart } from "./make-chart.ts";
import { type GroupedAmount, seriesOf } from "./series.ts";

/** Options of {@link histogramGrid}. */
export interface HistogramGridOptions extends ChartOptions {
  /**
   * The columns, in order.
   * @default all of numbers, truth values, moments or texts, but names of rows and batches (`job_id` and the like),
   * columns with one value, and texts that all differ
   */
  columns?: readonly string[];
  /** Columns whose groups stand on one another in colours. */
  by?: string | readonly string[];
  /** A column of weights, 0 or more: a row of weight 2 counts like two rows. */
  weight?: string;
  /** The number of bins of each histogram. */
  bins?: number;
  /** Units of columns, by name. */
  units?: Readonly<Record<string, string>>;
  /**
   * Of texts, how many values have a bar of their own.
   * @default 12
   */
  top?: number;
  /**
   * How many plots stand side by side.
   * @default 3
   */
  perRow?: number;
}

/** How many plots one chart has at most, where columns are not chosen. */
const PLOTS = 60;

/**
 * How each column of a table is distributed, in a grid of plots: histograms of numbers and moments, bars of texts and
 * truth values. With `by`, the groups stand on one another in colours.
 *
 * @param table Such as the jobs of a batch.
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table has no such column, or an option has no such value.
 * @throws {TypeError} When a chosen column has lists or structures, or an option is unknown.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const columns = ["camera_height", "avg_percent_occlusion"];
 * const chart = histogramGrid(jobs, { columns, by: "scene", units: { camera_height: "m" } });
 * chart.description; // "Distributions of 2 columns of 12 rows by scene: camera_height, avg_percent_occlusion."
 * ```
 */
export function histogramGrid(table: ColumnTable, options: HistogramGridOptions = {}): ChartSpec {
  checkTable(table, "histogramGrid");
  checkChartOptions(options, ["columns", "by", "weight", "bins", "units", "top", "perRow"]);
  const { by = [], weight, bins, units = {}, top = 12, perRow = 3, width = 220, height = 140 } = options;
  checkTop(top);
  checkTop(perRow, "perRow");
  const groups = typeof by === "string" ? [by] : [...by];
  const taken = new Set(weight === undefined ? groups : [...groups, weight]);
  const found =
    options.columns ?? table.columnNames().filter((name) => !taken.has(name) && isTelling(table, name));
  const columns = options.columns === undefined ? found.slice(0, PLOTS) : found;
  // All plots share one legend.
  const series =
    groups.length === 0 ? null : seriesOf(rowGroups(table, groups), groups.map(cellText).join(", "));
  const panels = columns.map((column) => {
    const unit = Object.hasOwn(units, column) ? units[column] : undefined;
    return columnPanel(table, { column, by: groups, weight, bins, unit, top, width, height, series });
  });
  const rest = found.length - columns.length;
  const of = groups.length === 0 ? "" : ` by ${groups.join(", ")}`;
  return makeChart({
    options,
    view: panels.length > 0 ? { concat: panels, columns: perRow, spacing: 24 } : null,
    note: rest > 0 ? `${rest} more columns are not shown` : null,
    description:
      `Distribution${columns.length === 1 ? "" : "s"} of ${countOf(columns.length, "column")} ` +
      `of ${countOf(table.numRows(), "row")}${of}: ` +
      `${columns.slice(0, 12).join(", ")}${columns.length > 12 ? " …" : ""}.`,
  });
}

/** The groups of rows in the order of their values. */
function rowGroups(table: ColumnTable, by: readonly string[]): GroupedAmount[] {
  const codes = by.map((name) => levelsOf(table, name).codes);
  const sizes = new Map<string, { row: number; amount: number }>();
  for (const [row, group] of groupTexts(table, by).entries()) {
    sizes.set(group, { row, amount: (sizes.get(group)?.amount ?? 0) + 1 });
  }
  const order = (a: number, b: number): number =>
    codes.map((code) => (code[a] ?? 0) - (code[b] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return [...sizes]
    .sort(([, a], [, b]) => order(a.row, b.row))
    .map(([group, { amount }]) => ({ group, amount }));
}

function isTelling(table: ColumnTable, name: string): boolean {
  if (USUAL_KEYS.includes(name)) return false;
  const column = findColumn(table, name);
  const kind = columnKind(findColumnType(column));
  if (!isPanelKind(kind) || (column.length > 1 && levelsOf(table, name).values.length <= 1)) return false;
  return kind !== "categorical" || column.length <= 3 || new Set(column).size < column.length;
}

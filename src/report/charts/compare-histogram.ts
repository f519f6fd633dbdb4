import type { ColumnTable } from "arquero";
import { checkTable } from "../../stats/columns/check-table.ts";
import { type ColumnKind, columnKind } from "../../stats/columns/column-kind.ts";
import { findColumn } from "../../stats/columns/find-column.ts";
import { numbersOf } from "../../stats/columns/numbers-of.ts";
import { frequencies } from "../../stats/describe/frequencies.ts";
import { histogram } from "../../stats/describe/histogram.ts";
import { histogramEdges } from "../../stats/describe/histogram-edges.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { axisTitle } from "./axis-title.ts";
import { wholeMoments } from "./bin-axes.ts";
import { cellText } from "./cell-text.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { checkTop } from "./check-top.ts";
import { makeChart } from "./make-chart.ts";
import { pairedBarsView } from "./paired-bars-view.ts";
import { readRows } from "./read-rows.ts";
import { stepsView } from "./steps-view.ts";

/** Options of {@link compareHistogram}. */
export interface CompareHistogramOptions extends ChartOptions {
  /** The column that is compared; both tables have it. */
  column: string;
  /** Its unit. */
  unit?: string;
  /**
   * What the two tables are called.
   * @default ["reference", "current"]
   */
  names?: readonly [string, string];
  /** The number of bins, the same for both. By default as many as `histogram` chooses for all values together. */
  bins?: number;
  /**
   * Of texts, how many values have bars of their own.
   * @default 20
   */
  top?: number;
}

/**
 * The distribution of one column in two tables over one another, as shares of each: numbers and moments as steps over
 * the same bins, texts and truth values as pairs of bars.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When one of the tables has no such column, or an option has no such value.
 * @throws {TypeError} When the column has lists or structures, or numbers in one table and texts in the other.
 * @example
 * ```ts
 * const requested = sample({ camera_height: uniform(0.5, 1.5) }, 100, { seed: 1 });
 * const achieved = await dataset.table("jobs");
 * const options = { column: "camera_height", unit: "m", names: ["requested", "achieved"] } as const;
 * const chart = compareHistogram(requested, achieved, options);
 * chart.description; // "Distribution of camera_height in requested and achieved, as shares of each."
 * ```
 */
export function compareHistogram(
  reference: ColumnTable,
  current: ColumnTable,
  options: CompareHistogramOptions,
): ChartSpec {
  checkTable(reference, "compareHistogram");
  checkTable(current, "compareHistogram");
  checkChartOptions(options, ["column", "unit", "names", "bins", "top"]);
  const { column, names = ["reference", "current"], top = 20 } = options;
  checkTop(top);
  if (names[0] === names[1]) throw new RangeError(`The two names must differ, got "${names[0]}" twice`);
  const tables = [
    { name: cellText(names[0]), table: reference },
    { name: cellText(names[1]), table: current },
  ];
  // A column without values is of the kind of the other.
  const known = tables.filter(({ table }) => hasValues(table, column));
  const isText = (known.length === 0 ? tables : known).map(({ table }) => isTextColumn(table, column));
  if (isText.length === 2 && isText[0] !== isText[1]) {
    throw new TypeError(
      `The column "${column}" has texts in one table and numbers in the other; compare columns of one kind`,
    );
  }
  return makeChart({
    options,
    view: isText[0] ? barsOf(tables, options) : stepsOf(tables, options),
    description: `Distribution of ${column} in ${names[0]} and ${names[1]}, as shares of each.`,
  });
}

interface NamedTable {
  name: string;
  table: ColumnTable;
}

function stepsOf(tables: readonly NamedTable[], options: CompareHistogramOptions): View | null {
  const { column, unit, bins, width = 420, height = 220 } = options;
  const known = tables.filter(({ table }) => hasValues(table, column));
  const numbers = known.flatMap(({ table }) => Array.from(numbersOf(table, column)));
  const edges = histogramEdges(numbers, bins === undefined ? {} : { bins });
  if (edges.length === 0) return null;
  const rows = tables.flatMap(({ table, name }) => {
    if (!hasValues(table, column)) {
      const starts = Array.from(edges).slice(0, -1);
      return starts.map((start, i) => ({ start, end: edges[i + 1] as number, amount: 0, group: name }));
    }
    const binned = histogram(table, { column, bins: Array.from(edges) });
    const fields = { start: "bin_start", end: "bin_end", amount: "share" };
    return readRows(binned, { numbers: fields }).map(({ start, end, amount }) => ({
      ...{ start: start ?? 0, end: end ?? 0, amount: amount ?? 0, group: name },
    }));
  });
  const temporal = known.some(({ table }) => kindOf(table, column) === "time");
  return stepsView(temporal ? wholeMoments(rows) : rows, {
    ...{ xTitle: axisTitle(column, unit), yTitle: "share", groupTitle: "" },
    ...{ width, height, temporal, shares: true },
  });
}

function barsOf(tables: readonly NamedTable[], options: CompareHistogramOptions): View | null {
  const { column, unit, width = 360, height = null, top = 20 } = options;
  const bars = tables.flatMap(({ table, name }) =>
    readRows(frequencies(table, { column }), {
      texts: { value: "value" },
      numbers: { amount: "share" },
    }).map(({ value, amount }) => ({ value, amount: amount ?? 0, group: name })),
  );
  if (bars.length === 0) return null;
  const names = tables.map(({ name }) => name);
  return pairedBarsView(bars, { title: axisTitle(column, unit), names, width, height, top });
}

function isTextColumn(table: ColumnTable, name: string): boolean {
  const kind = kindOf(table, name);
  return kind === "categorical" || kind === "boolean";
}

function hasValues(table: ColumnTable, name: string): boolean {
  return Array.from(findColumn(table, name)).some((value) => value !== null && value !== undefined);
}

function kindOf(table: ColumnTable, name: string): ColumnKind {
  return columnKind(findColumnType(findColumn(table, name)));
}

import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../tables/column-type.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { type ColumnKind, columnKind } from "../columns/column-kind.ts";
import { toNumbers } from "../columns/numbers-of.ts";
import { binCountsOf } from "./bin-counts.ts";
import { checkGroupNames } from "./check-group-names.ts";
import { countColumn } from "./count-column.ts";
import { type Cells, leafCells } from "./counts/cells.ts";
import { countsWithin } from "./counts/counts-within.ts";
import { countNumbers, type FiniteCounts } from "./counts/number-counts.ts";
import { sum } from "./counts/sum.ts";
import { groupedCells } from "./grouped-cells.ts";
import { type Bins, binnedNumbers, checkBins } from "./histogram-edges.ts";
import { numberEdges } from "./number-edges.ts";
import { repeatedValues } from "./repeated-values.ts";
import type { RowGroups } from "./row-groups.ts";

/** Options of {@link histogram}. */
export interface HistogramOptions {
  /** The column of numbers, truth values (0 and 1), moments (milliseconds since 1970), or lists of these. */
  column: string;
  /** Columns whose different values make groups, with the same bins for all. @default none: all rows together */
  by?: string | readonly string[];
  /** A column of how many times each row counts: 0 or more, 0 where missing. @default once */
  weight?: string;
  /** The number of bins, or their edges, ascending. @default as `histogramEdges` chooses it */
  bins?: Bins;
  /** Where the first bin starts and the last one ends. @default the smallest and the largest value */
  range?: readonly [number, number];
}

const OPTION_NAMES = ["column", "by", "weight", "bins", "range"] satisfies (keyof HistogramOptions)[];
const OWN_NAMES = ["bin_start", "bin_end", "count", "share"];

/**
 * How many values of a column lie in each bin: at least `bin_start` and less than `bin_end`, in the last bin also
 * `bin_end` itself, as in numpy. Of lists all innermost items are counted. Missing and infinite values, and those outside
 * of the bins, are left out: `share` is that of the values in the bins of the group, null where it has none.
 *
 * @returns A table with a row for each bin (of each group): group columns, `bin_start`, `bin_end`, `count`, `share`. It
 * has no rows where no value is finite and neither edges nor a range are given.
 * @throws {RangeError} When the table has no such column, a weight is negative or infinite, or bins are out of order.
 * @throws {TypeError} When the column has no numbers, a group column has lists, or there is no such option.
 * @example
 * ```ts
 * histogram(aq.table({ reps: [3, 5, 4, 4] }), { column: "reps" }).objects(); // [
 * //   { bin_start: 2.5, bin_end: 3.5, count: 1, share: 0.25 },
 * //   { bin_start: 3.5, bin_end: 4.5, count: 2, share: 0.5 },
 * //   { bin_start: 4.5, bin_end: 5.5, count: 1, share: 0.25 }
 * // ]
 * ```
 */
export function histogram(table: ColumnTable, options: HistogramOptions): ColumnTable {
  checkTable(table, "histogram");
  checkOptionNames(options, OPTION_NAMES);
  const { column, by = [], weight, bins, range } = options;
  const names = typeof by === "string" ? [by] : by;
  checkBins(bins, range);
  checkGroupNames(names, OWN_NAMES);
  const [all] = groupedCells(table, { by: [], weight }).cellsOf(column).map(leafCells) as [Cells];
  const kind = numberKind(all.type, column);
  const countsOf = (cells: Cells): FiniteCounts =>
    countsWithin(countNumbers(toNumbers(cells.column), cells.weights), range);
  const counts = countsOf(all);
  const edges = numberEdges(binnedNumbers(counts), kind, { bins, range });
  const groups = groupedCells(table, { by: names, weight });
  const parts = names.length === 0 ? [counts] : groups.cellsOf(column).map(leafCells).map(countsOf);
  return histogramTable(edges, parts, { columns: groups.columns, weight });
}

function numberKind(type: ColumnType | null, column: string): ColumnKind {
  const kind = columnKind(type);
  if (kind === "numeric" || kind === "boolean" || kind === "time") return kind;
  const hint = kind === "categorical" ? "; frequencies() counts texts" : "";
  throw new TypeError(
    `Cannot make a histogram of column "${column}": it must have numbers, truth values or moments, got ${type ?? "values of several types"}${hint}`,
  );
}

function histogramTable(
  edges: Float64Array,
  groups: readonly FiniteCounts[],
  { columns, weight }: Pick<RowGroups, "columns"> & { weight: string | undefined },
): ColumnTable {
  const bins = Math.max(0, edges.length - 1);
  const counts = groups.map((group) => binCountsOf(group, edges));
  const [starts, ends] = [edges.subarray(0, bins), edges.subarray(1)];
  const repeated = (numbers: Float64Array): number[] => groups.flatMap(() => Array.from(numbers));
  return makeTable([
    ...repeatedValues(
      columns,
      groups.map(() => bins),
    ),
    ["bin_start", makeColumn("float64", repeated(starts))],
    ["bin_end", makeColumn("float64", repeated(ends))],
    [
      "count",
      countColumn(
        counts.flatMap((each) => Array.from(each)),
        weight,
      ),
    ],
    [
      "share",
      makeColumn(
        "float64",
        counts.flatMap((each) => shares(each)),
      ),
    ],
  ]);
}

function shares(counts: Float64Array): (number | null)[] {
  const total = sum(counts);
  return Array.from(counts, (count) => (total === 0 ? null : count / total));
}

import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

/** What {@link cellTable} makes of the cells of a distribution. */
export interface Cells {
  /** The number of cells. */
  readonly count: number;
  /** The cell that a row of the query is of. */
  place(row: Row): number;
  /** The columns that tell a cell, for the cells of each row of the table. */
  columns(cells: readonly number[]): readonly (readonly [string, ColumnLike])[];
}

/** How many there are in each cell of each group that has any, with their share in the group. Empty cells are there, too. */
export function cellTable(rows: readonly Row[], groups: JobGroups, cells: Cells): ColumnTable {
  const counts = new Map<number, Float64Array>();
  for (const row of rows) {
    const group = Number(row.grp);
    const own = counts.get(group) ?? new Float64Array(cells.count);
    own[cells.place(row)] = (own[cells.place(row)] ?? 0) + Number(row.count);
    counts.set(group, own);
  }
  const found = [...counts].sort(([a], [b]) => a - b);
  const all = found.flatMap(([, own]) => Array.from(own));
  return makeTable([
    ...groupColumns(
      groups,
      found.flatMap(([group]) => Array.from({ length: cells.count }, () => group)),
    ),
    ...cells.columns(all.map((_, i) => i % cells.count)),
    ["count", makeColumn("int32", all)],
    [
      "share",
      makeColumn(
        "float64",
        found.flatMap(([, own]) => sharesOf(Array.from(own))),
      ),
    ],
  ]);
}

/** The cells of a distribution in bins of one width from 0 on: `[bin_start, bin_end)`, the last one closed. */
export function binCells(bins: number, end: number): Cells {
  return {
    count: bins,
    place: ({ bin }) => Number(bin),
    columns: (cells) => [
      [
        "bin_start",
        makeColumn(
          "float64",
          cells.map((cell) => (cell * end) / bins),
        ),
      ],
      [
        "bin_end",
        makeColumn(
          "float64",
          cells.map((cell) => ((cell + 1) * end) / bins),
        ),
      ],
    ],
  };
}

/** Each number's share in the sum of all. */
export function sharesOf(counts: readonly number[]): number[] {
  const sum = counts.reduce((all, count) => all + count, 0);
  return counts.map((count) => count / sum);
}

import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { type ResultColumn, resultColumns } from "../columns/result-columns.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

/** What {@link cellTable} makes of the cells of a distribution, which are numbered. */
export interface Cells {
  /** The number of cells. */
  readonly count: number;
  /** The cell that a row of a query is of. */
  readonly place: (row: Row) => number;
  /** The columns that tell a cell. */
  readonly columns: readonly ResultColumn<number>[];
}

/** How many there are in each cell of each group that has any, with their share in the group. Empty cells are there, too. */
export function cellTable(rows: readonly Row[], groups: JobGroups, cells: Cells): ColumnTable {
  const counts = new Map<number, Float64Array>();
  for (const row of rows) {
    const own = counts.get(Number(row.grp)) ?? new Float64Array(cells.count);
    const place = cells.place(row);
    own[place] = (own[place] as number) + Number(row.count);
    counts.set(Number(row.grp), own);
  }
  const all = [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([group, own]) => {
      const sum = own.reduce((total, count) => total + count, 0);
      return Array.from(own, (count, cell) => ({ group, cell, count, share: count / sum }));
    });
  return makeTable([
    ...groupColumns(
      groups,
      all.map(({ group }) => group),
    ),
    ...resultColumns(
      all.map(({ cell }) => cell),
      cells.columns,
    ),
    ...resultColumns(all, [
      ["count", "int32", ({ count }) => count],
      ["share", "float64", ({ share }) => share],
    ]),
  ]);
}

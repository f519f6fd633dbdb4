import type { ColumnTable } from "arquero";
import { findColumnType } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { findColumn } from "../columns/find-column.ts";
import type { Cells } from "./counts/cells.ts";
import { rowWeights } from "./counts/row-weights.ts";
import { type RowGroups, rowGroups } from "./row-groups.ts";

/** The rows of a table by group, and how many times each counts. */
export interface GroupedCells extends Pick<RowGroups, "columns"> {
  /** How many groups there are. */
  readonly number: number;
  /** A column's cells, for each group. */
  cellsOf(name: string): Cells[];
}

/**
 * Groups the cells of a table.
 *
 * @throws {RangeError} When the table has no such column, or a weight is negative or infinite.
 * @throws {TypeError} When a group column has lists or structures, or weights are no numbers.
 */
export function groupedCells(
  table: ColumnTable,
  { by, weight }: { by: readonly string[]; weight: string | undefined },
): GroupedCells {
  const weights = rowWeights(table, weight);
  const { rows, columns } = rowGroups(table, by);
  const weightsOf = rows.map((some) => weights && Float64Array.from(some, (row) => weights[row] as number));
  return {
    columns,
    number: rows.length,
    cellsOf: (name) => {
      const column = findColumn(table, name);
      const type = findColumnType(column);
      if (by.length === 0) return [{ column, type, weights }];
      const pick = pickerOf(column);
      return rows.map((some, group) => ({ column: pick(some), type, weights: weightsOf[group] ?? null }));
    },
  };
}

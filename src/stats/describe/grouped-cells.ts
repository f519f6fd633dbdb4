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
  if (by.length === 0) return { columns: [], number: 1, cellsOf: (name) => [wholeColumn(name)] };
  const groups = countedGroups(rowGroups(table, by), weights);
  const weightsOf = groups.rows.map(
    (some) => weights && Float64Array.from(some, (row) => weights[row] as number),
  );
  return {
    columns: groups.columns,
    number: groups.rows.length,
    cellsOf: (name) => {
      const { column, type } = wholeColumn(name);
      const pick = pickerOf(column);
      return groups.rows.map((some, group) => ({
        column: pick(some),
        type,
        weights: weightsOf[group] ?? null,
      }));
    },
  };

  function wholeColumn(name: string): Cells {
    const column = findColumn(table, name);
    return { column, type: findColumnType(column), weights };
  }
}

/** Leaves out the groups of which no row counts. */
function countedGroups({ rows, columns }: RowGroups, weights: Float64Array | null): RowGroups {
  if (weights === null) return { rows, columns };
  const counts = (some: Uint32Array): boolean => some.some((row) => (weights[row] as number) > 0);
  const kept = Uint32Array.from(rows.flatMap((some, group) => (counts(some) ? [group] : [])));
  return {
    rows: Array.from(kept, (group) => rows[group] as Uint32Array),
    columns: columns.map(([name, values]) => [name, pickerOf(values)(kept)]),
  };
}

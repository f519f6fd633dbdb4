import { type ColumnTable, table } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { findColumnType } from "../tables/column-type-of.ts";
import { makeColumn } from "../tables/make-column.ts";

function pick(source: ColumnTable, name: string, rows: ArrayLike<number>): ColumnLike {
  const values = source.array(name) as ArrayLike<unknown>;
  const picked = Array.from(rows, (row) => values[row]);
  const type = findColumnType(source.column(name) as ColumnLike);
  return type === null ? picked : makeColumn(type, picked);
}

function crossTwo(left: ColumnTable, right: ColumnTable): ColumnTable {
  const shared = left.columnNames().find((name) => right.columnNames().includes(name));
  if (shared !== undefined) throw new RangeError(`Cannot cross tables that both have a column "${shared}"`);
  const [slow, fast] = [left.numRows(), right.numRows()];
  const leftRows = Int32Array.from({ length: slow * fast }, (_, row) => Math.floor(row / fast));
  const rightRows = Int32Array.from({ length: slow * fast }, (_, row) => row % fast);
  return table([
    ...left.columnNames().map((name): [string, ColumnLike] => [name, pick(left, name, leftRows)]),
    ...right.columnNames().map((name): [string, ColumnLike] => [name, pick(right, name, rightRows)]),
  ]);
}

/**
 * Every row of a table with every row of the next; the first table varies slowest. Rows stay together, so that
 * samples, grids and hand-made tables combine.
 *
 * @throws {TypeError} When no table is given.
 * @throws {RangeError} When two tables share a column.
 */
export function cross(...tables: ColumnTable[]): ColumnTable {
  if (tables.length === 0) throw new TypeError("cross needs at least one table");
  return tables.reduce(crossTwo);
}

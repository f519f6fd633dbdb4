import type { ColumnType } from "../../tables/column-type.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";

/** A column of a result: its name, its type, and its value in a row. */
export type ResultColumn<Row> = readonly [name: string, type: ColumnType, value: (row: Row) => unknown];

/** The columns of a result with a row for each of some things. */
export function resultColumns<Row>(
  rows: readonly Row[],
  columns: readonly ResultColumn<Row>[],
): [string, ColumnLike][] {
  return columns.map(([name, type, value]) => [name, makeColumn(type, rows.map(value))]);
}

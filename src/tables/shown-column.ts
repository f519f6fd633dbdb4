import type { ColumnTable } from "arquero";
import type { ColumnLike } from "./column-type-of.ts";
import { pickerOf } from "./take-rows.ts";

/**
 * A column with the rows that a table shows, in their order: the column itself where these are all, else one of the
 * same type.
 */
export function shownColumn(source: ColumnTable, name: string): ColumnLike {
  const column = source.column(name) as ColumnLike;
  return source.isFiltered() || source.isOrdered() ? pickerOf(column)(source.indices()) : column;
}

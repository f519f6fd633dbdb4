import type { ColumnTable } from "arquero";
import type { ColumnLike } from "./column-type-of.ts";

/** A column with the rows that a table shows, in their order: the column itself where these are all. */
export function shownColumn(source: ColumnTable, name: string): ColumnLike {
  if (!source.isFiltered() && !source.isOrdered()) return source.column(name) as ColumnLike;
  return source.array(name) as unknown as ColumnLike;
}

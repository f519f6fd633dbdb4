import type { ColumnTable } from "arquero";
import type { ColumnLike } from "./column-type-of.ts";
import { DictColumn } from "./dict-column.ts";

/**
 * The values of a column in the rows that a table shows, in their order. Where that is the column itself it is not
 * copied, so do not change what this returns.
 */
export function shownValues(source: ColumnTable, name: string): ArrayLike<unknown> {
  const column = source.column(name) as ColumnLike;
  const isWhole = !source.isFiltered() && !source.isOrdered();
  if (isWhole && (Array.isArray(column) || ArrayBuffer.isView(column)))
    return column as unknown as ArrayLike<unknown>;
  if (isWhole && column instanceof DictColumn) return column.toArray();
  return source.array(name) as ArrayLike<unknown>;
}

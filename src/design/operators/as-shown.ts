import type { ColumnTable } from "arquero";
import { takeRows } from "../../tables/take-rows.ts";
import { rowRange } from "../../util/row-range.ts";

/** A table whose columns hold the rows as the user sees them; the table itself where that is so. */
export function asShown(source: ColumnTable): ColumnTable {
  if (!source.isFiltered() && !source.isOrdered()) return source;
  return takeRows(source, rowRange(0, source.numRows()));
}

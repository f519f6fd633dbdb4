import type { ColumnTable } from "arquero";
import { rowRange } from "../../util/row-range.ts";
import { takeRows } from "./take-rows.ts";

/** A table whose columns hold the rows as the user sees them; the table itself where that is so. */
export function asShown(source: ColumnTable): ColumnTable {
  if (!source.isFiltered() && !source.isOrdered()) return source;
  return takeRows(source, rowRange(0, source.numRows()));
}

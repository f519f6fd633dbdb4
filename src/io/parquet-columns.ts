import type { ColumnTable } from "arquero";
import { type FlatTable, flattenTable } from "./columns/flatten-table.ts";

/**
 * A table as writers of Parquet take it.
 *
 * @throws {TypeError} When it has no columns, or a column holds values of no common type.
 */
export function parquetColumns(table: ColumnTable): FlatTable {
  const flat = flattenTable(table);
  if (flat.columns.length > 0) return flat;
  throw new TypeError("Cannot write Parquet: the table has no columns, expected one or more");
}

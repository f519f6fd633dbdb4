import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import type { FlatColumn } from "./flat-column.ts";
import { flattenColumn } from "./flatten-column.ts";

/** A table as writers of columnar formats take it. */
export interface FlatTable {
  readonly rows: number;
  readonly columns: readonly { readonly name: string; readonly column: FlatColumn }[];
}

/**
 * A table's columns with the rows that a user sees: filtered and in order, whatever the grouping.
 *
 * @throws {TypeError} When a column has no type or a value does not fit its column's type; it names column and row.
 */
export function flattenTable(table: ColumnTable): FlatTable {
  const columns = table
    .columnNames()
    .map((name) => ({ name, column: flattenColumn(shownColumn(table, name), name) }));
  return { rows: table.numRows(), columns };
}

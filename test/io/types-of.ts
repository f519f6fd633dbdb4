import type { ColumnTable } from "arquero";
import { columnTypeOf } from "../../src/tables/column-type-of.ts";

/** The names and types of a table's columns. */
export function typesOf(table: ColumnTable): [string, string][] {
  return table.columnNames().map((name, i) => [name, columnTypeOf(table.columnAt(i)!, name)]);
}

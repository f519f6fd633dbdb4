import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";

/** Some columns of a table, with the rows that it shows. */
export function chooseColumns(table: ColumnTable, names: readonly string[]): ColumnTable {
  return makeTable([...new Set(names)].map((name) => [name, shownColumn(table, name)] as const));
}

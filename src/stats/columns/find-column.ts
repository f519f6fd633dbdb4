import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { didYouMean } from "../../util/did-you-mean.ts";

/**
 * A column with the rows that a table shows.
 *
 * @param role What the column is for, for the error: `outcome`.
 * @throws {RangeError} When the table has no column of that name.
 */
export function findColumn(table: ColumnTable, name: string, role = "column"): ColumnLike {
  const names = table.columnNames();
  if (names.includes(name)) return shownColumn(table, name);
  const hint = didYouMean(String(name), names) || `, expected one of ${names.join(", ")}`;
  throw new RangeError(`There is no ${role} "${name}" in the table${hint}`);
}

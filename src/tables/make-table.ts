import { type ColumnTable, table } from "arquero";
import type { ColumnLike } from "./column-type-of.ts";

/**
 * A table of columns whose names come from data.
 *
 * @throws {TypeError} For a column named `__proto__`, which Arquero tables cannot hold.
 */
export function makeTable(columns: readonly (readonly [string, ColumnLike])[]): ColumnTable {
  if (columns.some(([name]) => name === "__proto__")) {
    throw new TypeError('Cannot name a column "__proto__": tables cannot hold it, choose another name');
  }
  return table(columns as [string, ColumnLike][]);
}

import { ColumnTable, table } from "arquero";
import type { ColumnLike } from "./column-type-of.ts";

/**
 * A table of columns whose names come from data. Any name works in the functions of this library; Arquero's own
 * `objects`, `select` and `slice` lose a column named `__proto__`.
 */
export function makeTable(columns: readonly (readonly [string, ColumnLike])[]): ColumnTable {
  if (!columns.some(([name]) => name === "__proto__")) return table(columns as [string, ColumnLike][]);
  // An object without a prototype holds a value of this name like any other.
  const data: Record<string, ColumnLike> = Object.create(null);
  for (const [name, column] of columns) data[name] = column;
  return new ColumnTable(data, [...new Set(columns.map(([name]) => name))]);
}

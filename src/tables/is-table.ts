import type { ColumnTable } from "arquero";

/** Whether a value is an Arquero table. Told by shape, because a notebook may hold a second copy of Arquero. */
export function isTable(value: unknown): value is ColumnTable {
  if (typeof value !== "object" || value === null) return false;
  const { columnNames, numRows, column } = value as Partial<ColumnTable>;
  return typeof columnNames === "function" && typeof numRows === "function" && typeof column === "function";
}

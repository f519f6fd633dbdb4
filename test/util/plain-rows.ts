import type { ColumnTable } from "arquero";

/** A row as plain values: null where missing, numbers for integers that are safe, arrays for lists. */
export type PlainRow = Record<string, unknown>;

/** The rows that a table shows, as plain values, so that tables and what readers make of files compare. */
export function plainRows(table: ColumnTable): PlainRow[] {
  const columns = table.columnNames().map((name) => [name, Array.from(table.array(name))] as const);
  return Array.from({ length: table.numRows() }, (_, row) =>
    Object.fromEntries(columns.map(([name, values]) => [name, plainValue(values[row])])),
  );
}

export function plainRow(row: PlainRow): PlainRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));
}

export function plainValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value) || ArrayBuffer.isView(value))
    return Array.from(value as ArrayLike<unknown>, plainValue);
  if (typeof value === "object" && !(value instanceof Date)) return plainRow(value as PlainRow);
  return value;
}

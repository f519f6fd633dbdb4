import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";

/** A value that JSON holds as it is. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A row of a table, by the names of its columns. */
export type JsonRow = Readonly<Record<string, JsonValue>>;

/**
 * The rows that a table shows, as JSON holds them: `null` for what is missing or no finite number, moments as ISO 8601
 * text, integers beyond 2^53 as text.
 */
export function jsonRows(table: ColumnTable): JsonRow[] {
  const columns = table.columnNames().map((name) => [name, shownColumn(table, name)] as const);
  return Array.from({ length: table.numRows() }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, jsonValue(column.at(row))])),
  );
}

/** A value as {@link jsonRows} gives them. */
export function jsonValue(value: unknown): JsonValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map(jsonValue);
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>, jsonValue);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonValue(item)]));
}

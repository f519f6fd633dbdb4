import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { textTable } from "./text-table.ts";

const WIDEST_CELL = 60;
/** The last column is in no other's way; messages are often there. */
const WIDEST_LAST_CELL = 240;
const DIGITS = 7;

/** The first rows of a table as text. Numbers have seven digits that count; long texts are cut. */
export function showRows(table: ColumnTable, count: number): string {
  const columns = table.columnNames().map((name) => table.column(name) as ColumnLike);
  const rows = Array.from({ length: Math.min(count, table.numRows()) }, (_, row) =>
    columns.map((column, index) => {
      return cellOf(column.at(row), index === columns.length - 1 ? WIDEST_LAST_CELL : WIDEST_CELL);
    }),
  );
  return textTable(rows, { header: table.columnNames() });
}

function cellOf(value: unknown, widest: number): string | number {
  if (typeof value === "number") return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  const text = textOf(value);
  return text.length <= widest ? text : `${text.slice(0, widest - 1)}…`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return String(value);
  return value instanceof Date ? value.toISOString() : JSON.stringify(value, plainNumbers);
}

/** The first rows of a table as objects that JSON can hold: bigints become strings of digits. */
export function rowObjects(table: ColumnTable, count: number): Record<string, unknown>[] {
  const names = table.columnNames();
  const columns = names.map((name) => table.column(name) as ColumnLike);
  return Array.from({ length: Math.min(count, table.numRows()) }, (_, row) =>
    Object.fromEntries(columns.map((column, index) => [names[index] as string, plain(column.at(row))])),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null
    ? JSON.parse(JSON.stringify(value, plainNumbers))
    : value;
}

function plainNumbers(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

import type { ColumnTable } from "arquero";
import { cellText } from "../display/text/cell-text.ts";
import { plainNumbers } from "../display/text/json-text.ts";
import { textTable } from "../display/text/text-table.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";

const WIDEST_CELL = 60;
/** The last column is in no other's way; messages are often there. */
const WIDEST_LAST_CELL = 240;

/** The first rows of a table as text. Numbers have seven digits that count; long texts are cut. */
export function showRows(table: ColumnTable, count: number): string {
  const columns = table.columnNames().map((name) => table.column(name) as ColumnLike);
  const rows = Array.from({ length: Math.min(count, table.numRows()) }, (_, row) =>
    columns.map((column, index) => {
      return cellText(column.at(row), index === columns.length - 1 ? WIDEST_LAST_CELL : WIDEST_CELL);
    }),
  );
  return textTable(rows, { header: table.columnNames() });
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

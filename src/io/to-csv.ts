import { type ColumnTable, table as makeTable } from "arquero";
import type { Cell } from "./cell.ts";
import { jsonItem } from "./json-item.ts";
import { tableCells } from "./table-cells.ts";

/**
 * A table as CSV text with a header line, with the rows the table shows (its filter and order apply). A missing
 * value is an empty cell, a list is JSON in which `NaN`, infinities and integers beyond the safe range are text.
 *
 * @throws {TypeError} When a column holds values of no common type.
 */
export function toCsv(table: ColumnTable): string {
  const columns = tableCells(table).map(({ name, cells }): [string, unknown[]] => [name, cells.map(toText)]);
  // Without an own `format`, a column named like a member of Object would be formatted by it.
  return makeTable(columns).toCSV({ format: Object.create(null) as Record<string, never> });
}

function toText(cell: Cell): Cell {
  return Array.isArray(cell) ? JSON.stringify(cell, jsonItem) : cell;
}

import type { ColumnTable } from "arquero";
import type { Cell } from "./cell.ts";
import { jsonItem } from "./json-item.ts";
import { tableCells } from "./table-cells.ts";

/** Options of {@link toCsv}. */
export interface ToCsvOptions {
  /**
   * Whether an apostrophe goes before texts that spreadsheets would run as formulas: those that start with `=`, `+`, `-`,
   * `@`, a tab or a carriage return. Numbers stay as they are.
   * @default false
   */
  guardFormulas?: boolean | undefined;
}

const FORMULA = /^[=+\-@\t\r]/;

/**
 * A table as CSV text with a header line, with the rows the table shows (its filter and order apply). A missing
 * value is an empty cell, a moment ISO 8601 text, a list or structure JSON in which `NaN`, infinities and integers beyond the safe range are text.
 *
 * @throws {TypeError} When a column holds values of no common type.
 * @example
 * ```ts
 * const table = aq.table({ scene: ["GYM_1", "=1+1"], note: ["wide, high", null] });
 * toCsv(table); // 'scene,note\nGYM_1,"wide, high"\n=1+1,\n'
 * toCsv(table, { guardFormulas: true }).split("\n")[2]; // "'=1+1,"
 * ```
 */
export function toCsv(table: ColumnTable, { guardFormulas = false }: ToCsvOptions = {}): string {
  const columns = tableCells(table);
  const write = (cell: Cell): string => {
    if (cell === null) return "";
    if (cell instanceof Date) return cell.toISOString();
    if (typeof cell === "object") return quote(JSON.stringify(cell, jsonItem));
    const isFormula = guardFormulas && typeof cell === "string" && FORMULA.test(cell);
    return quote(isFormula ? `'${cell}` : String(cell));
  };
  const lines = [columns.map(({ name }) => write(name)).join(",")];
  for (let row = 0; row < table.numRows(); row++) {
    lines.push(columns.map(({ cells }) => write(cells[row] ?? null)).join(","));
  }
  return `${lines.join("\n")}\n`;
}

function quote(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

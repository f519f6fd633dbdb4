import type { ColumnTable } from "arquero";
import { type ColumnLike, findColumnType } from "../tables/column-type-of.ts";
import type { TableLimits } from "./view.ts";

/** Of a table that is cut, this many rows are shown at most: what is cut need not fill the page. */
const CUT_ROWS = 10;

/** The part of a table that is shown. */
export interface TableWindow {
  readonly numRows: number;
  readonly numColumns: number;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly unknown[])[];
  /** How many rows are left out, and before which of `rows` they would be. */
  readonly rowGap: Gap | null;
  /** How many columns are left out, and before which of `columns` they would be. */
  readonly columnGap: Gap | null;
}

/** What is left out of the middle of something. */
export interface Gap {
  readonly before: number;
  readonly count: number;
}

/** The first and last rows and columns of a table, of the rows that it shows and in their order. */
export function tableWindow(table: ColumnTable, { maxRows = 20, maxColumns = 20 }: TableLimits): TableWindow {
  const names = table.columnNames();
  const numRows = table.numRows();
  const rowPart = partOf(numRows, maxRows, Math.min(maxRows, CUT_ROWS));
  const columnPart = partOf(names.length, maxColumns, maxColumns);
  const isWhole = !table.isFiltered() && !table.isOrdered();
  const indices = isWhole ? null : table.indices();
  const kept = columnPart.kept.map((index) => {
    const name = names[index] ?? "";
    return { name, column: table.column(name) as ColumnLike };
  });
  const rows = rowPart.kept.map((row) => kept.map(({ column }) => column.at(indices?.[row] ?? row)));
  const columns = kept.map(({ name, column }, index) => {
    const type = typeName(column);
    return { name, type, isNumeric: /^(u?int|float)\d+$/.test(type) || areNumbers(rows, index) };
  });
  const { length: numColumns } = names;
  return { numRows, numColumns, columns, rows, rowGap: rowPart.gap, columnGap: columnPart.gap };
}

function partOf(length: number, most: number, ifCut: number): { kept: number[]; gap: Gap | null } {
  const all = Array.from({ length: Math.min(length, most) }, (_, index) => index);
  if (length <= most) return { kept: all, gap: null };
  const head = Math.ceil(ifCut / 2);
  const tail = ifCut - head;
  const kept = Array.from({ length: ifCut }, (_, index) => (index < head ? index : length - ifCut + index));
  return { kept, gap: { before: head, count: length - head - tail } };
}

function typeName(column: ColumnLike): string {
  return findColumnType(column) ?? "mixed";
}

function areNumbers(rows: readonly (readonly unknown[])[], index: number): boolean {
  return (
    rows.some((row) => row[index] !== null && row[index] !== undefined) &&
    rows.every((row) => {
      const value = row[index];
      return value === null || value === undefined || typeof value === "number" || typeof value === "bigint";
    })
  );
}

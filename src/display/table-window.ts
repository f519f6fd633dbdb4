import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import type { TableLimits } from "./view.ts";

const MOST_ROWS = 20;
/** Of a longer table this many rows are shown, where nobody asks for more: what is cut need not fill the page. */
const CUT_ROWS = 10;

/** The part of a table that is shown. */
export interface TableWindow {
  readonly numRows: number;
  readonly numColumns: number;
  /** The columns by which the table is grouped. */
  readonly groupedBy: readonly string[];
  readonly columns: readonly { readonly name: string; readonly column: ColumnLike }[];
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
export function tableWindow(table: ColumnTable, { maxRows, maxColumns = 20 }: TableLimits): TableWindow {
  const names = table.columnNames();
  const numRows = table.numRows();
  const rowPart = partOf(numRows, maxRows ?? MOST_ROWS, maxRows ?? CUT_ROWS);
  const columnPart = partOf(names.length, maxColumns, maxColumns);
  const isWhole = !table.isFiltered() && !table.isOrdered();
  const indices = isWhole ? null : table.indices();
  const columns = columnPart.kept.map((index) => {
    const name = names[index] ?? "";
    return { name, column: table.column(name) as ColumnLike };
  });
  const rows = rowPart.kept.map((row) => columns.map(({ column }) => column.at(indices?.[row] ?? row)));
  const { length: numColumns } = names;
  const groupedBy = table.isGrouped() ? table.groups().names : [];
  return { numRows, numColumns, groupedBy, columns, rows, rowGap: rowPart.gap, columnGap: columnPart.gap };
}

function partOf(length: number, most: number, ifCut: number): { kept: number[]; gap: Gap | null } {
  const all = Array.from({ length: Math.min(length, most) }, (_, index) => index);
  if (length <= most) return { kept: all, gap: null };
  const head = Math.ceil(ifCut / 2);
  const tail = ifCut - head;
  const kept = Array.from({ length: ifCut }, (_, index) => (index < head ? index : length - ifCut + index));
  return { kept, gap: { before: head, count: length - head - tail } };
}

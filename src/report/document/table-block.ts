import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import { type CellFormat, formatCell } from "../text/format-cell.ts";

const MOST_ROWS = 30;

/** A column of a table of a report. */
export interface BlockColumn {
  title: string;
  /** Whether its cells are numbers, which are set to the right. */
  isNumeric: boolean;
}

/** A table, of which the middle may be left out. */
export interface TableBlock {
  kind: "table";
  caption: string;
  columns: readonly BlockColumn[];
  /** The cells as text. */
  rows: readonly (readonly string[])[];
  /** The rows that are left out, and before which row they were. */
  gap: { before: number; rows: number } | null;
}

/** Options of {@link tableBlock} and {@link itemsBlock}. */
interface BlockOptions<Column> {
  caption: string;
  columns: readonly Column[];
  /**
   * The most rows that are shown: two thirds of them from the beginning, the others from the end.
   * @default 30
   */
  most?: number;
}

/** A column of a table, as `[name, title, format]`; the title is the name, and the format `auto`, if not given. */
export type ShownColumn = readonly [name: string, title?: string, format?: CellFormat];

/** A table as a report shows it. Columns that the table lacks are left out. */
export function tableBlock(
  table: ColumnTable,
  options: Omit<BlockOptions<ShownColumn>, "columns"> & { columns?: readonly ShownColumn[] },
): TableBlock {
  const names = table.columnNames();
  const wanted = options.columns ?? names.map((name): ShownColumn => [name]);
  const rows = Array.from({ length: table.numRows() }, (_, row) => row);
  const columns = wanted.flatMap(([name, title = name, format = "auto"]): ItemColumn<number>[] => {
    if (!names.includes(name)) return [];
    const column = shownColumn(table, name);
    return [[title, format, (row) => column.at(row)]];
  });
  return itemsBlock(rows, { ...options, columns });
}

/** A column of a table of things: its title, format, and the cell of a thing. */
export type ItemColumn<T> = readonly [title: string, format: CellFormat, cell: (item: T) => unknown];

/** A table of things, a row each. */
export function itemsBlock<T>(
  items: readonly T[],
  { caption, columns, most = MOST_ROWS }: BlockOptions<ItemColumn<T>>,
): TableBlock {
  const left = Math.max(0, items.length - most);
  const head = left === 0 ? items.length : Math.ceil((2 * most) / 3);
  const shown = left === 0 ? items : [...items.slice(0, head), ...items.slice(head + left)];
  const cells = shown.map((item) => columns.map(([, , cell]) => cell(item)));
  return {
    kind: "table",
    caption,
    columns: columns.map(([title, format], i) => {
      return {
        title,
        isNumeric:
          format === "auto" ? hasNumbers(cells.map((row) => row[i])) : !["text", "long"].includes(format),
      };
    }),
    rows: cells.map((row) => row.map((value, i) => formatCell(value, columns[i]?.[1]))),
    gap: left > 0 ? { before: head, rows: left } : null,
  };
}

function hasNumbers(values: readonly unknown[]): boolean {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length > 0 && known.every((value) => typeof value === "number" || typeof value === "bigint");
}

import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
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

/** How a column of a table is shown. */
export interface ShownColumn {
  name: string;
  /** @default the name */
  title?: string;
  /** @default "auto" */
  format?: CellFormat;
}

/** Options of {@link tableBlock}. */
export interface TableBlockOptions {
  caption: string;
  /** @default all */
  columns?: readonly ShownColumn[];
  /**
   * The most rows that are shown: two thirds of them from the beginning, the others from the end.
   * @default 30
   */
  most?: number;
}

/** A table as a report shows it. Columns that the table lacks are left out. */
export function tableBlock(table: ColumnTable, options: TableBlockOptions): TableBlock {
  const { caption, most = MOST_ROWS } = options;
  const names = table.columnNames();
  const wanted = options.columns ?? names.map((name): ShownColumn => ({ name }));
  const shown = wanted.filter(({ name }) => names.includes(name));
  const columns = shown.map(({ name }) => shownColumn(table, name));
  const count = table.numRows();
  const head = count <= most ? count : Math.ceil((2 * most) / 3);
  const tail = count <= most ? count : count - (most - head);
  const places = Array.from({ length: count - tail + head }, (_, i) => (i < head ? i : tail + i - head));
  return {
    kind: "table",
    caption,
    columns: shown.map(({ name, title = name, format = "auto" }, i) => {
      return { title, isNumeric: format === "auto" ? hasNumbers(columns[i], places) : format !== "text" };
    }),
    rows: places.map((row) =>
      columns.map((column, i) => formatCell(column.at(row), shown[i]?.format ?? "auto")),
    ),
    gap: tail > head ? { before: head, rows: tail - head } : null,
  };
}

function hasNumbers(column: ColumnLike | undefined, places: readonly number[]): boolean {
  const values = places.map((row) => column?.at(row) ?? null).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === "number" || typeof value === "bigint");
}

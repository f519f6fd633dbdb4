import type { TableWindow } from "../table-window.ts";
import { cellText } from "./cell-text.ts";
import { printable } from "./printable.ts";
import { textTable } from "./text-table.ts";

const WIDEST_CELL = 40;

/** A table's shape: `1,000 rows × 12 columns, grouped by scene`. */
export function shapeText({
  numRows,
  numColumns,
  groupedBy = [],
}: Pick<TableWindow, "numRows" | "numColumns"> & Partial<TableWindow>): string {
  const count = (n: number, thing: string) => `${n.toLocaleString("en-US")} ${thing}${n === 1 ? "" : "s"}`;
  const groups = groupedBy.length > 0 ? `, grouped by ${groupedBy.join(", ")}` : "";
  return `${count(numRows, "row")} × ${count(numColumns, "column")}${groups}`;
}

/** A table as text: its shape, the names of its columns, and rows; `…` stands for what is left out. */
export function tableText(window: TableWindow, caption?: string): string {
  const { columns, rows, rowGap, columnGap } = window;
  const withGap = <T>(cells: readonly T[], mark: T): T[] => {
    return columnGap === null ? [...cells] : cells.toSpliced(columnGap.before, 0, mark);
  };
  const header = withGap(
    columns.map(({ name }) => name),
    "…",
  );
  const lines: (string | number)[][] = rows.map((row) =>
    withGap(
      row.map((value) => cellText(value, WIDEST_CELL)),
      "…",
    ),
  );
  const text = textTable(lines, { header });
  const shape = printable(shapeText(window));
  const title = caption === undefined ? shape : `${printable(caption)} (${shape})`;
  if (columns.length === 0) return title;
  if (rowGap === null) return `${title}\n${text}`;
  const [head, ...body] = text.split("\n");
  return [title, head, ...body.toSpliced(rowGap.before, 0, `… ${rowGap.count} more …`)].join("\n");
}

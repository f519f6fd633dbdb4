import { printable } from "./printable.ts";
import { wrapText } from "./wrap-text.ts";

const NARROWEST = 20;

/** Options of {@link textTable}. */
export interface TextTableOptions {
  /** The names of the columns. @default none */
  header?: readonly string[];
  /** What each row begins with. @default nothing */
  indent?: string;
  /** The width that the last column is wrapped to. @default no limit */
  width?: number | undefined;
}

/** Rows in aligned columns, numbers to the right. */
export function textTable(
  rows: readonly (readonly (string | number)[])[],
  { header, indent = "", width = Number.POSITIVE_INFINITY }: TextTableOptions = {},
): string {
  const all = (header === undefined ? rows : [header, ...rows]).map((row) =>
    row.map((cell) => printable(String(cell))),
  );
  const widths = (all[0] ?? []).map((_, column) =>
    all.reduce((widest, row) => Math.max(widest, (row[column] ?? "").length), 0),
  );
  const isNumeric = widths.map((_, column) => rows.every((row) => typeof row[column] === "number"));
  const last = widths.length - 1;
  const before = indent.length + widths.slice(0, last).reduce((sum, each) => sum + each + 2, 0);
  const room = Math.max(width - before, NARROWEST);
  const lines = all.flatMap((row) => {
    const cells = row.slice(0, last).map((cell, column) => {
      return isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
    });
    const end = row[last] ?? "";
    const [first = "", ...others] = isNumeric[last] ? [end.padStart(widths[last] ?? 0)] : wrapText(end, room);
    return [
      `${indent}${[...cells, first].join("  ")}`,
      ...others.map((line) => `${" ".repeat(before)}${line}`),
    ];
  });
  return lines.map((line) => line.trimEnd()).join("\n");
}

import type { ColumnTable } from "arquero";
import { findColumn } from "../../stats/columns/find-column.ts";
import { shortNumbers } from "../text/short-numbers.ts";
import { cellText } from "./cell-text.ts";

/** The groups of a table of results. */
export interface Groups {
  /** The group of each row, as text. */
  of: string[];
  /** All groups, in the order of their first rows. */
  names: string[];
  /** What the groups are groups of. */
  title: string;
}

/**
 * The groups of a table of results: its columns before the first of those that every such table has.
 *
 * @param known The names of the columns that every table of this kind has.
 * @returns Null where there are no groups.
 */
export function groupsOf(table: ColumnTable, known: readonly string[]): Groups | null {
  const names = table.columnNames();
  const end = names.findIndex((name) => known.includes(name));
  const by = names.slice(0, Math.max(end, 0));
  if (by.length === 0) return null;
  const of = groupTexts(table, by);
  return { of, names: [...new Set(of)], title: by.map(cellText).join(", ") };
}

/** The group of each row of a table, as text. */
export function groupTexts(table: ColumnTable, by: readonly string[]): string[] {
  const columns = by.map((name) => {
    const column = findColumn(table, name);
    const values = Array.from({ length: table.numRows() }, (_, row) => column.at(row));
    const numbers = [...new Set(values)].filter((value) => typeof value === "number");
    const texts = shortNumbers(numbers);
    const short = new Map(numbers.map((number, i) => [number, texts[i] as string]));
    return values.map((value) => short.get(value as number) ?? cellText(value));
  });
  return Array.from({ length: table.numRows() }, (_, row) =>
    columns.map((texts) => texts[row] as string).join(", "),
  );
}

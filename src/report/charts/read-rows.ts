import type { ColumnTable } from "arquero";
import { findColumn } from "../../stats/columns/find-column.ts";
import { toNumbers } from "../../stats/columns/numbers-of.ts";
import { cellText } from "./cell-text.ts";

/** Which columns are read, by the field that each becomes. */
export interface Fields<N extends string, T extends string> {
  /** Columns of numbers: what is missing or infinite becomes null. */
  numbers?: Readonly<Record<N, string>>;
  /** Columns of anything, read as text. */
  texts?: Readonly<Record<T, string>>;
}

/** One row of a chart's data. */
export type ChartRow<N extends string, T extends string> = Record<N, number | null> & Record<T, string>;

/**
 * The rows of a table as a chart's data, under names of our own: in field names, Vega reads dots and brackets as paths.
 *
 * @throws {RangeError} When the table lacks one of the columns.
 */
export function readRows<N extends string = never, T extends string = never>(
  table: ColumnTable,
  { numbers, texts }: Fields<N, T>,
): ChartRow<N, T>[] {
  const columns = Object.entries<string>(numbers ?? {}).map(([field, name]) => {
    const values = toNumbers(findColumn(table, name));
    // JSON has no -0.
    const read = (row: number): number | null =>
      Number.isFinite(values[row]) ? (values[row] as number) + 0 : null;
    return [field, read] as const;
  });
  const labels = Object.entries<string>(texts ?? {}).map(([field, name]) => {
    const values = findColumn(table, name);
    return [field, (row: number) => cellText(values.at(row))] as const;
  });
  return Array.from({ length: table.numRows() }, (_, row) =>
    Object.fromEntries([...columns, ...labels].map(([field, read]) => [field, read(row)])),
  ) as ChartRow<N, T>[];
}

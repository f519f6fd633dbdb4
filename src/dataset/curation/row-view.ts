import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";

/** A row of a table as a predicate sees it: the values by the names of the columns, `null` where they are missing. */
export type DatasetRow = Readonly<Record<string, unknown>>;

/**
 * The numbers of the rows that a predicate keeps.
 *
 * @throws {TypeError} When the predicate gives something other than true or false.
 */
export function rowsWhere(source: ColumnTable, predicate: (row: DatasetRow) => boolean): number[] {
  let current = 0;
  const view = Object.create(null) as Record<string, unknown>;
  for (const name of source.columnNames()) {
    const column = shownColumn(source, name);
    Object.defineProperty(view, name, { enumerable: true, get: () => column.at(current) ?? null });
  }
  const rows: number[] = [];
  for (; current < source.numRows(); current++) {
    const isKept: unknown = predicate(view);
    if (typeof isKept !== "boolean") {
      throw new TypeError(
        `Cannot filter: the predicate must give true or false, got ${String(isKept)} for row ${current}`,
      );
    }
    if (isKept) rows.push(current);
  }
  return rows;
}

import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { findColumn } from "../columns/find-column.ts";

/** What a row of a table is known by; null where it has no such value. */
export type RowKeys = readonly (string | number | null)[];

/** The keys by which results and the rows of a design are joined. */
export interface JoinedKeys {
  /** What the rows are joined by, for errors. */
  name: string;
  results: RowKeys;
  design: RowKeys;
}

function toKeys(column: ColumnLike): RowKeys {
  return Array.from(column, (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) return null;
    return typeof value === "string" ? value : Number(value);
  });
}

function rowNumbers(table: ColumnTable): RowKeys {
  return Array.from({ length: table.numRows() }, (_, row) => row);
}

/**
 * What joins results to the rows of a design: the column that is named; else `job_id` where both have it; else the
 * results' `design_row`; else their order, where there are as many. Rows of a design that has no such column are known
 * by their numbers.
 *
 * @throws {TypeError} When nothing joins them.
 * @throws {RangeError} When the results have no column of the name given.
 */
export function joinedKeys(results: ColumnTable, design: ColumnTable, row: string | undefined): JoinedKeys {
  const has = (table: ColumnTable, name: string) => table.columnNames().includes(name);
  const keysOf = (name: string): JoinedKeys => ({
    name,
    results: toKeys(findColumn(results, name, "row column")),
    design: has(design, name) ? toKeys(shownColumn(design, name)) : rowNumbers(design),
  });
  if (row !== undefined) return keysOf(row);
  if (has(results, "job_id") && has(design, "job_id")) return keysOf("job_id");
  if (has(results, "design_row")) {
    const keys = keysOf("design_row");
    if (keys.results.some((key) => key !== null)) return keys;
    throw new TypeError(
      "The results have a column design_row without values, because their folder has no batch metadata: " +
        'name a column that has them, row: "…", or give both the results and the design a column job_id',
    );
  }
  if (results.numRows() === design.numRows()) {
    return { name: "place", results: rowNumbers(results), design: rowNumbers(design) };
  }
  throw new TypeError(
    `The results (${results.numRows()} rows) have no column design_row to join them to the design (${design.numRows()} rows): ` +
      'name the column that has the number of the design\'s row, row: "…"',
  );
}

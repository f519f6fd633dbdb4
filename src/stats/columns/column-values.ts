import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { type ColumnKind, columnKind } from "./column-kind.ts";
import { findColumn } from "./find-column.ts";
import { toLevels } from "./levels-of.ts";
import { toNumbers } from "./numbers-of.ts";
import { sortedNumbers } from "./sorted-numbers.ts";

/** The values of a column, counted and in order. */
export interface ColumnValues {
  kind: ColumnKind;
  /** Whether no row has a value, so that the kind tells nothing. */
  isEmpty: boolean;
  /** Rows of the table. */
  rows: number;
  missing: number;
  infinite: number;
  /** Ascending; of lists, their lengths; null for texts and others. Truth values are 0 and 1. */
  numbers: Float64Array | null;
  /** Counts by value, ascending by value. */
  counts: ReadonlyMap<string | number | boolean, number> | null;
}

/**
 * The values of a table's column.
 *
 * @throws {RangeError} When the table has no column of that name.
 */
export function columnValues(table: ColumnTable, name: string): ColumnValues {
  const column = findColumn(table, name);
  const kind = columnKind(findColumnType(column));
  const rows = column.length;
  if (kind === "other" || kind === "categorical") {
    const missing = numMissing(column);
    const counts = kind === "other" ? null : countsOf(column);
    return { kind, isEmpty: missing === rows, rows, missing, infinite: 0, numbers: null, counts };
  }
  const values = kind === "list" ? lengths(column) : toNumbers(column);
  const numbers = sortedNumbers(values);
  const missing = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  const infinite = rows - missing - numbers.length;
  const counts = kind === "boolean" ? countsOf(column) : null;
  return { kind, isEmpty: missing === rows, rows, missing, infinite, numbers, counts };
}

/** How often each of ascending numbers comes. */
export function countNumbers(numbers: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of numbers) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function countsOf(column: ColumnLike): Map<string | boolean, number> {
  const { codes, values } = toLevels(column);
  const counts = new Float64Array(values.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  return new Map(values.map((value, i) => [value as string | boolean, counts[i] as number]));
}

function lengths(column: ColumnLike): Float64Array {
  const found = new Float64Array(column.length);
  for (let row = 0; row < found.length; row++) {
    found[row] = (column.at(row) as ArrayLike<unknown> | null | undefined)?.length ?? Number.NaN;
  }
  return found;
}

function numMissing(column: ColumnLike): number {
  let missing = 0;
  for (const value of column) if (value === null || value === undefined) missing++;
  return missing;
}

import type { ColumnTable } from "arquero";
import { takeRows } from "../../tables/take-rows.ts";
import { didYouMean } from "../../util/did-you-mean.ts";
import { planned, remember } from "../plans/provenance.ts";

/** Options of {@link dedupe}. */
export interface DedupeOptions {
  /** The columns that decide whether rows are equal. @default all columns */
  columns?: readonly string[] | undefined;
}

/** Numbers values from 0 so that equal values have equal numbers. */
function numberer(): (value: unknown) => number {
  const numbers = new Map<unknown, number>();
  const listNumbers = new Map<string, number>();
  function numberIn<K>(map: Map<K, number>, key: K): number {
    const known = map.get(key);
    if (known !== undefined) return known;
    const number = numbers.size + listNumbers.size;
    map.set(key, number);
    return number;
  }
  return function numberOf(value: unknown): number {
    if (value instanceof Date) return numberIn(listNumbers, `time ${value.getTime()}`);
    if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return numberIn(numbers, value ?? null);
    return numberIn(listNumbers, Array.from(value as ArrayLike<unknown>, numberOf).join(" "));
  };
}

/** A number for each row, equal where the rows are equal in all columns. */
function groupRows(source: ColumnTable, columns: readonly string[]): Float64Array {
  const count = source.numRows();
  const groups = new Float64Array(count);
  let numGroups = 1;
  for (const name of columns) {
    if (numGroups >= count) break;
    const values = source.array(name) as ArrayLike<unknown>;
    const numberOf = numberer();
    const pairs = new Map<number, number>();
    const numbers = new Float64Array(count);
    let limit = 0;
    for (let row = 0; row < count; row++) {
      const number = numberOf(values[row]);
      numbers[row] = number;
      if (number >= limit) limit = number + 1;
    }
    for (let row = 0; row < count; row++) {
      const pair = (groups[row] as number) * limit + (numbers[row] as number);
      const known = pairs.get(pair);
      groups[row] = known ?? pairs.size;
      if (known === undefined) pairs.set(pair, pairs.size);
    }
    numGroups = pairs.size;
  }
  return groups;
}

/** The first row of each group; groups are numbered in order of their first row. */
function firstRows(groups: Float64Array): number[] {
  const rows: number[] = [];
  groups.forEach((group, row) => {
    if (group === rows.length) rows.push(row);
  });
  return rows;
}

function checkColumns(source: ColumnTable, columns: readonly string[]): void {
  const known = source.columnNames();
  const unknown = columns.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`The table has no column "${unknown}"${didYouMean(unknown, known)}`);
  }
  if (columns.length === 0) throw new RangeError("dedupe needs at least one column to compare");
}

/**
 * Keeps the first of equal rows, in the table's order. Missing values are equal, as are `0` and `-0`, `NaN` and `NaN`,
 * and lists whose items are; numbers and text never are.
 *
 * @throws {RangeError} When `columns` is empty or names a column that the table does not have.
 * @example
 * ```ts
 * const jobs = aq.table({ num_reps: [1, 1, 2], scene: ["GYM_1", "BEDROOM_2", "GYM_1"] });
 * dedupe(jobs).numRows(); // 3
 * dedupe(jobs, { columns: ["num_reps"] }).objects(); // [
 * //   { num_reps: 1, scene: "GYM_1" },
 * //   { num_reps: 2, scene: "GYM_1" }
 * // ]
 * ```
 */
export function dedupe(source: ColumnTable, { columns }: DedupeOptions = {}): ColumnTable {
  if (columns !== undefined) checkColumns(source, columns);
  const rows = firstRows(groupRows(source, columns ?? source.columnNames()));
  return remember(takeRows(source, rows), {
    op: "dedupe",
    columns: columns && [...columns],
    inputs: [planned(source)],
  });
}

import type { ColumnTable } from "arquero";
import { rowTaker } from "../../tables/take-rows.ts";
import { checkNoSharedColumn, sideBySide } from "./side-by-side.ts";

/** Rows that can be had by number, whether or not there is a table of all of them. */
export interface RowSource {
  /** The number of rows, at most 2^53. */
  readonly count: number;
  /** A table of some rows, in the order given. */
  take(rows: ArrayLike<number>): ColumnTable;
}

/** The rows of a table. */
export function tableSource(table: ColumnTable): RowSource {
  return { count: table.numRows(), take: rowTaker(table) };
}

/**
 * Every row of a source with every row of the next, the first slowest: row numbers are read as digits, each in the base
 * of its source's number of rows (mixed radix).
 *
 * @throws {RangeError} When there are more than 2^53 rows, or two sources share a column.
 */
export function crossSource(sources: readonly RowSource[]): RowSource {
  const count = sources.reduce((product, { count }) => product * count, 1);
  if (!Number.isSafeInteger(count))
    throw new RangeError(`A grid of ${count} rows is too large to count exactly`);
  return {
    count,
    take: (rows) => {
      let block = count;
      const parts = sources.map((source) => {
        block /= source.count;
        const places = Float64Array.from(rows, (row) => Math.floor(row / block) % source.count);
        return source.take(places);
      });
      checkNoSharedColumn("cross", parts);
      return sideBySide(parts);
    },
  };
}

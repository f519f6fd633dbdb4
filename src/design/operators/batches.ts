import type { ColumnTable } from "arquero";
import { rowTaker } from "../../tables/take-rows.ts";
import { rowRange } from "../../util/row-range.ts";
import { planned, remember } from "../plans/provenance.ts";

/**
 * Cuts a table into tables of at most `size` rows, in order; only the last may have fewer.
 *
 * @param size The number of rows of each table.
 * @returns The tables; none where the table has no rows.
 * @throws {RangeError} When `size` is not a whole number, 1 or more.
 * @example
 * ```ts
 * const jobs = repeat(grid({ num_reps: [1, 2, 3] }), 400);
 * batches(jobs, 500).map((each) => each.numRows()); // [500, 500, 200]
 * ```
 */
export function batches(source: ColumnTable, size: number): ColumnTable[] {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`size must be a whole number, 1 or more, got ${String(size)}`);
  }
  const count = source.numRows();
  const takeRows = rowTaker(source);
  return Array.from({ length: Math.ceil(count / size) }, (_, index) => {
    const first = index * size;
    const batch = takeRows(rowRange(first, Math.min(size, count - first)));
    return remember(batch, { op: "batches", size, index, inputs: [planned(source)] });
  });
}

import type { ColumnTable } from "arquero";
import { checkCount } from "./check-count.ts";
import { randomOrder } from "./random-order.ts";
import type { Seed } from "./seed-key.ts";
import { takeRows } from "./take-rows.ts";

/** Options of {@link take}. */
export interface TakeOptions {
  /** Decides the rows. */
  seed: Seed;
}

/**
 * Takes `n` random rows, none twice, every selection equally likely; they stay in the table's order. With the same
 * seed, more rows include the fewer: they are the first `n` that `shuffle` gives.
 *
 * @param n The number of rows.
 * @throws {TypeError} When the seed is left out.
 * @throws {RangeError} When `n` is not a whole number, 0 or more, or the table has fewer rows.
 * @example
 * ```ts
 * take(grid({ scene: ["GYM_1", "BEDROOM_2"], num_reps: [1, 2, 3] }), 4, { seed: 42 }); // 4 of 6 rows
 * ```
 */
export function take(source: ColumnTable, n: number, { seed }: TakeOptions): ColumnTable {
  checkCount("n", n);
  const size = source.numRows();
  if (n > size) throw new RangeError(`Cannot take ${n} rows of a table of ${size}`);
  return takeRows(source, randomOrder(size, { count: n, seed }).sort());
}

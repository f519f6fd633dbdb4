import { type ColumnTable, table } from "arquero";
import { checkCount } from "./check-count.ts";
import { designColumn } from "./design-column.ts";
import type { Distribution } from "./distributions/distribution.ts";
import { randomStream } from "./random-stream.ts";
import type { Seed } from "./seed-key.ts";

/** Options of {@link sample}. */
export interface SampleOptions {
  /** Decides every value. The same seed gives the same table everywhere. */
  seed: Seed;
}

/**
 * Draws jobs at random, each column from its own distribution, independently. A value depends on the seed, the name
 * of its column and its row alone: more rows or other columns do not change it.
 *
 * @param columns A distribution for each parameter.
 * @param n The number of rows.
 * @returns A table of `n` rows with the columns in the order given.
 * @throws {TypeError} When the seed is left out.
 * @throws {RangeError} When `n` is not a whole number, 0 or more.
 * @example
 * ```ts
 * sample({ camera_height: uniform(0.1, 2.75), num_reps: integers(1, 10) }, 4, { seed: 42 });
 * ```
 */
export function sample(
  columns: Record<string, Distribution>,
  n: number,
  { seed }: SampleOptions,
): ColumnTable {
  checkCount("n", n);
  return table(
    Object.entries(columns).map(([name, distribution]) => {
      const random = randomStream(seed, name);
      return [name, designColumn(Array.from({ length: n }, (_, row) => distribution.quantile(random(row))))];
    }),
  );
}

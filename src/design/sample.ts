import type { ColumnTable } from "arquero";
import { makeTable } from "../tables/make-table.ts";
import { checkCount } from "./check-count.ts";
import { designColumn } from "./design-column.ts";
import type { Distribution } from "./distributions/distribution.ts";
import { random } from "./methods/random.ts";
import type { SamplingMethod } from "./methods/sampling-method.ts";
import { checkSeed, type Seed } from "./seed-key.ts";

/** Options of {@link sample}. */
export interface SampleOptions {
  /** Decides every value. The same seed gives the same table everywhere. */
  seed: Seed;
  /** How the rows are spread. @default random() */
  method?: SamplingMethod | undefined;
}

/**
 * Draws jobs, each column from its own distribution, independently. With the method `random`, a value depends on the
 * seed, the name of its column and its row alone: more rows or other columns do not change it.
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
  { seed, method = random() }: SampleOptions,
): ColumnTable {
  checkCount("n", n);
  checkSeed(seed);
  const request = Object.entries(columns).map(([name, distribution]) => ({ name, distribution }));
  const points = method.points({ columns: request, n, seed });
  return makeTable(
    request.map(({ name, distribution }, index) => {
      return [name, designColumn(Array.from(points[index] ?? [], (u) => distribution.quantile(u)))];
    }),
  );
}

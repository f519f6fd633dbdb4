import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { makeTable } from "../tables/make-table.ts";
import { checkCount } from "./check-count.ts";
import { columnFromPoints } from "./column-from-points.ts";
import type { Derived } from "./derive.ts";
import { deriveColumns } from "./derive-columns.ts";
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

/** What fills the columns of a sample: a distribution, or a function of the other columns made by `derive`. */
export type SampleColumns = Readonly<Record<string, Distribution | Derived>>;

function isDistribution(column: Distribution | Derived): column is Distribution {
  return column !== null && typeof column === "object" && "quantile" in column;
}

/**
 * Draws jobs, each column from its own distribution, independently, or derived from the others. With the method
 * `random`, a value depends on the seed, the name of its column and its row alone: more rows or other columns do not
 * change it.
 *
 * @param columns A distribution, or `derive(…)`, for each parameter.
 * @param n The number of rows.
 * @returns A table of `n` rows with the columns in the order given.
 * @throws {TypeError} When the seed is left out, or a column is neither a distribution nor derived.
 * @throws {RangeError} When `n` is not a whole number, 0 or more, or derived columns need each other.
 * @example
 * ```ts
 * sample({ camera_height: uniform(0.1, 2.75), num_reps: integers(1, 10) }, 4, { seed: 42 });
 * ```
 */
export function sample(
  columns: SampleColumns,
  n: number,
  { seed, method = random() }: SampleOptions,
): ColumnTable {
  checkCount("n", n);
  checkSeed(seed);
  const entries = Object.entries(columns);
  for (const [name, column] of entries) {
    if (isDistribution(column) || column?.kind === "derive") continue;
    throw new TypeError(
      `Column "${name}" must be a distribution such as uniform(0, 1), got ${String(column)}`,
    );
  }
  const drawn = entries.flatMap(([name, column]) => {
    return isDistribution(column) ? [{ name, distribution: column }] : [];
  });
  const points = method.points({ columns: drawn, n, seed });
  const made = new Map<string, ColumnLike | Derived>(entries as [string, Derived][]);
  drawn.forEach(({ name, distribution }, index) => {
    made.set(name, columnFromPoints(distribution, points[index] ?? new Float64Array()));
  });
  return makeTable(deriveColumns(made, n));
}

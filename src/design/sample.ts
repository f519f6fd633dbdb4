import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { makeTable } from "../tables/make-table.ts";
import { takeRows } from "../tables/take-rows.ts";
import { checkCount } from "./check-count.ts";
import { type Acceptance, chooseRows } from "./conditions/choose-rows.ts";
import { type Condition, rowTest } from "./conditions/condition.ts";
import { defaultMaxCandidates } from "./conditions/default-max-candidates.ts";
import type { Derived } from "./conditions/derive.ts";
import { deriveColumns } from "./conditions/derive-columns.ts";
import type { Distribution } from "./distributions/distribution.ts";
import { drawColumn } from "./draw-column.ts";
import { random } from "./methods/random.ts";
import type { PointStream, SamplingMethod } from "./methods/sampling-method.ts";
import type { Plan } from "./plans/plan.ts";
import { remember } from "./plans/provenance.ts";
import { checkSeed, type Seed } from "./random/seed-key.ts";

/** Options of {@link sample}. */
export interface SampleOptions {
  /** Decides every value. The same seed gives the same table everywhere. */
  seed: Seed;
  /** How the rows are spread. @default random() */
  method?: SamplingMethod | undefined;
  /**
   * Keeps only rows that satisfy it; others are drawn in their place until there are enough. An ordinary function of a
   * row, or an Arquero expression as text. For the methods `random`, `sobol` and `halton`, whose rows do not need each
   * other. @default every row
   */
  where?: Condition | undefined;
  /** The most rows to draw for `where`. @default 100 for each that is wanted, at least 10,000 */
  maxCandidates?: number | undefined;
  /** Told how many of the rows that were drawn satisfy `where`. */
  onAcceptance?: ((acceptance: Acceptance) => void) | undefined;
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
 * @throws {TypeError} When the seed is left out, a column is neither a distribution nor derived, or `where` is combined
 * with a method whose rows need each other.
 * @throws {RangeError} When `n` is not a whole number, 0 or more, derived columns need each other, or too few rows satisfy
 * `where`; the message tells the rate.
 * @example
 * ```ts
 * const columns = { camera_height: uniform(0.1, 2.75), num_reps: integers(1, 10) };
 * sample(columns, 2, { seed: 42 }).objects(); // [
 * //   { camera_height: 1.3680…, num_reps: 10 },
 * //   { camera_height: 0.6905…, num_reps: 8 }
 * // ]
 * const low = sample(columns, 3, { seed: 42, where: (row) => Number(row.camera_height) < 1 });
 * low.array("camera_height"); // [0.6905…, 0.9281…, 0.5143…]
 * ```
 */
export function sample(columns: SampleColumns, n: number, options: SampleOptions): ColumnTable {
  const { seed, method = random(), where, onAcceptance } = options ?? {};
  const { maxCandidates = defaultMaxCandidates(n) } = options ?? {};
  checkCount("n", n);
  checkSeed(seed);
  checkColumns(columns);
  const plan: Plan = {
    op: "sample",
    columns: { ...columns },
    n,
    seed,
    method: options.method,
    where,
    maxCandidates: options.maxCandidates,
  };
  const draw = (count: number) => makeTable(drawColumns(columns, { n: count, seed, method }));
  if (where === undefined || n === 0) return remember(draw(n), plan);
  checkCount("maxCandidates", maxCandidates);
  if (!method.isExtensible) {
    throw new TypeError(
      `"where" cannot leave out rows of ${method.kind}, which need each other: use random() or sobol()`,
    );
  }
  let drawn = draw(0);
  const candidates = (count: number) => {
    drawn = draw(count);
    return rowTest(drawn, where);
  };
  const rows = chooseRows({ n, maxCandidates, candidates, onAcceptance });
  return remember(takeRows(drawn, rows), plan);
}

function checkColumns(columns: SampleColumns): void {
  if (Object.keys(columns).length === 0) throw new TypeError("sample needs at least one column");
  for (const [name, column] of Object.entries(columns)) {
    if (isDistribution(column) || column?.kind === "derive") continue;
    throw new TypeError(
      `Column "${name}" must be a distribution such as uniform(0, 1), got ${String(column)}`,
    );
  }
}

interface Draw {
  n: number;
  seed: Seed;
  method: SamplingMethod;
}

function drawColumns(columns: SampleColumns, { n, seed, method }: Draw): [string, ColumnLike][] {
  const entries = Object.entries(columns);
  const drawn = entries.flatMap(([name, column]) => {
    return isDistribution(column) ? [{ name, distribution: column }] : [];
  });
  const streams = method.streams({ columns: drawn, n, seed });
  const made = new Map<string, ColumnLike | Derived>(entries as [string, Derived][]);
  drawn.forEach(({ name, distribution }, index) => {
    made.set(name, drawColumn(distribution, streams[index] as PointStream, { n }));
  });
  return deriveColumns(made, n);
}

import type { ColumnTable } from "arquero";
import { planned, remember } from "../plans/provenance.ts";
import { tableSource } from "./row-source.ts";
import { type TakeOptions, takeFrom } from "./take-from.ts";

/**
 * Takes `n` random rows, none twice, every selection equally likely; they stay in the table's order. With the same
 * seed, more rows include the fewer: they are the first `n` that `shuffle` gives, or, with `where`, the first of these
 * that satisfy it.
 *
 * @param n The number of rows.
 * @throws {TypeError} When the seed is left out.
 * @throws {RangeError} When `n` is not a whole number, 0 or more, the table has fewer rows, or too few satisfy `where`.
 * @example
 * ```ts
 * const jobs = grid({ scene: ["GYM_1", "BEDROOM_2"], num_reps: [1, 2, 3] });
 * take(jobs, 2, { seed: 42 }).objects(); // [{ scene: "GYM_1", num_reps: 3 }, { scene: "BEDROOM_2", num_reps: 1 }]
 * ```
 */
export function take(source: ColumnTable, n: number, options: TakeOptions): ColumnTable {
  const { seed, where, maxCandidates } = options;
  const taken = takeFrom(tableSource(source), n, options);
  return remember(taken, { op: "take", n, seed, where, maxCandidates, inputs: [planned(source)] });
}

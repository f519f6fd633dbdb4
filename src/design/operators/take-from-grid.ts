import type { ColumnTable } from "arquero";
import type { ParamValue } from "../../params/job-params.ts";
import { remember } from "../plans/provenance.ts";
import { copyLists } from "./copy-lists.ts";
import type { GridOptions } from "./grid.ts";
import { gridSource } from "./grid-source.ts";
import { type TakeOptions, takeFrom } from "./take-from.ts";

/** Options of {@link takeFromGrid}. */
export interface TakeFromGridOptions extends TakeOptions, GridOptions {}

/**
 * Takes `n` random combinations of some parameters' values, none twice. They are those that `take(grid(values), n)`
 * gives, but the grid is never built, so that it may have up to 2^53 rows.
 *
 * @param values The values of each parameter.
 * @param n The number of combinations.
 * @returns A table of `n` rows in the grid's order.
 * @throws {TypeError} When the seed is left out, or no parameter is given.
 * @throws {RangeError} When `n` is not a whole number, 0 or more, the grid has fewer rows or more than 2^53, or too few
 * satisfy `where`; the message tells the rate.
 * @example
 * ```ts
 * const values = { scene: ["GYM_1", "BEDROOM_2"], num_reps: [1, 2, 3], camera_height: [0.5, 1, 1.5, 2] };
 * takeFromGrid(values, 2, { seed: 42 }).objects(); // [
 * //   { scene: "BEDROOM_2", num_reps: 2, camera_height: 1.5 },
 * //   { scene: "BEDROOM_2", num_reps: 3, camera_height: 0.5 }
 * // ]
 * ```
 */
export function takeFromGrid(
  values: Readonly<Record<string, readonly ParamValue[]>>,
  n: number,
  options: TakeFromGridOptions,
): ColumnTable {
  const { vary, seed, where, maxCandidates } = options;
  const taken = takeFrom(gridSource(values, vary), n, options);
  const inputs = [{ op: "grid", values: copyLists(values), vary }] as const;
  return remember(taken, { op: "take", n, seed, where, maxCandidates, inputs });
}

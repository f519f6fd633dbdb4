import type { ColumnTable } from "arquero";
import { takeRows } from "../../tables/take-rows.ts";
import { planned, remember } from "../plans/provenance.ts";
import { randomOrder } from "../random/random-order.ts";
import type { Seed } from "../random/seed-key.ts";

/** Options of {@link shuffle}. */
export interface ShuffleOptions {
  /** Decides the order. */
  seed: Seed;
}

/**
 * Puts a table's rows in random order, every order equally likely.
 *
 * @throws {TypeError} When the seed is left out.
 * @example
 * ```ts
 * shuffle(grid({ num_reps: [1, 2, 3, 4] }), { seed: 42 }).array("num_reps"); // [1, 3, 2, 4]
 * ```
 */
export function shuffle(source: ColumnTable, { seed }: ShuffleOptions): ColumnTable {
  const order = randomOrder(source.numRows(), { count: source.numRows(), seed });
  return remember(takeRows(source, order), { op: "shuffle", seed, inputs: [planned(source)] });
}

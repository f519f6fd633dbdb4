import type { JsonRow } from "../data/json-rows.ts";

/** Whether a column has one value, the same in both datasets, by its row of `compareDistributions`. */
export function isSame(row: JsonRow): boolean {
  return row.drifted === false && row.effect_size === 0 && row.p_adjusted === null;
}

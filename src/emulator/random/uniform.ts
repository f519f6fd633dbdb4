import type { Random } from "./make-random.ts";

/** Draws a number that is uniform between `low` (inclusive) and `high` (exclusive). */
export function uniform(random: Random, [low, high]: readonly [low: number, high: number]): number {
  return low + (high - low) * random();
}

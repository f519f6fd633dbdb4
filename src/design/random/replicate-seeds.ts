import { checkCount } from "../check-count.ts";
import { checkSeed, type Seed } from "./seed-key.ts";

/**
 * A seed for each replicate of a design, so that every replicate has random numbers of its own. More replicates do
 * not change the seeds of the earlier ones.
 *
 * @param seed The seed of the whole design.
 * @param times The number of replicates.
 * @throws {TypeError} When the seed is left out.
 * @throws {RangeError} When `times` is not a whole number, 0 or more.
 * @example
 * ```ts
 * const replicates = replicateSeeds(42, 3).map((seed) => sample({ camera_height: uniform(1, 2) }, 2, { seed }));
 * concat(...replicates).array("camera_height"); // [1.5796…, 1.7340…, 1.7067…, …]
 * ```
 */
export function replicateSeeds(seed: Seed, times: number): string[] {
  const text = checkSeed(seed);
  checkCount("times", times);
  return Array.from({ length: times }, (_, replicate) => JSON.stringify({ seed: text, replicate }));
}

import type { PointStream } from "../methods/sampling-method.ts";
import { type Seed, seedKey } from "./seed-key.ts";
import { threefry } from "./threefry.ts";

/**
 * The numbers of `randomStream`, many rows at once.
 *
 * @throws {TypeError} When the seed is left out.
 */
export function randomPoints(seed: Seed, column: string): PointStream {
  const key = seedKey(seed, column);
  return (points, first) => threefry(key, points, first);
}

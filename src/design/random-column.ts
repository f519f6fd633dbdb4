import { type Seed, seedKey } from "./seed-key.ts";
import { threefry } from "./threefry.ts";
import { toUnit } from "./to-unit.ts";

/** The rows of a random column. */
export interface RandomColumnOptions {
  n: number;
  seed: Seed;
  /** The first row. @default 0 */
  first?: number | undefined;
}

/** The numbers of `randomStream` for many rows at once. */
export function randomColumn(column: string, { n, seed, first = 0 }: RandomColumnOptions): Float64Array {
  const key = seedKey(seed, column);
  const words = new Int32Array(2);
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    threefry(key, first + i, 0, words);
    values[i] = toUnit(words);
  }
  return values;
}

import { randomStream } from "./random-stream.ts";
import type { Seed } from "./seed-key.ts";

/** Names the stream of random numbers; no column of a table can be expected to have this name. */
const STREAM = "\u0000order";
const RANGE = 2 ** 53;
/** A list of all numbers is faster than a map of those that moved, where so many are drawn. */
const DENSE = 1 / 8;

/** Whole numbers from 0 up to a limit, each equally likely: numbers that would favour some are drawn again. */
function wholeNumbers(seed: Seed): (limit: number) => number {
  const random = randomStream(seed, STREAM);
  let draws = 0;
  return (limit) => {
    const fair = RANGE - (RANGE % limit);
    let number: number;
    do number = random(draws++) * RANGE;
    while (number >= fair);
    return number % limit;
  };
}

/** Options of {@link randomOrder}. */
export interface RandomOrderOptions {
  /** How many numbers to draw. */
  count: number;
  /** Decides the numbers. */
  seed: Seed;
}

/**
 * Some of the whole numbers from 0 to `size - 1` in random order, every selection and order equally likely
 * (Fisher–Yates). The first numbers do not depend on how many are drawn, and few numbers out of many cost as much time
 * and memory as they are, not as the many would.
 *
 * @throws {TypeError} When the seed is left out.
 */
export function randomOrder(size: number, { count, seed }: RandomOrderOptions): Float64Array {
  const draw = wholeNumbers(seed);
  const drawn = new Float64Array(count);
  const dense = count > DENSE * size ? Uint32Array.from({ length: size }, (_, number) => number) : null;
  const moved = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const j = i + draw(size - i);
    if (dense === null) {
      drawn[i] = moved.get(j) ?? j;
      moved.set(j, moved.get(i) ?? i);
    } else {
      drawn[i] = dense[j] as number;
      dense[j] = dense[i] as number;
    }
  }
  return drawn;
}

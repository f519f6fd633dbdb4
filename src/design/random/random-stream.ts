import { type Seed, seedKey } from "./seed-key.ts";
import { threefry } from "./threefry.ts";

/** Uniform random numbers by row number, and by draw where a row's first one is refused. */
export type RandomStream = (row: number, draw?: number) => number;

/**
 * The random numbers of a column: for each row a uniform number in [0, 1) with 53 bits, which is a pure function of
 * (seed, column, row). Other columns, and how many rows are drawn, change nothing.
 *
 * @throws {TypeError} When the seed is left out.
 */
export function randomStream(seed: Seed, column: string): RandomStream {
  const key = seedKey(seed, column);
  const point = new Float64Array(1);
  return (row, draw = 0) => {
    threefry(key, point, row, draw);
    return point[0] as number;
  };
}

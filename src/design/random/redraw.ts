import { type Seed, seedKey } from "./seed-key.ts";
import { threefry } from "./threefry.ts";

const BLOCK = 1024;
/** So many wanted rows of a block make it worth while to draw for all of its rows at once. */
const WORTH_A_BLOCK = 192;

/** What {@link redraw} needs. */
export interface RedrawOptions {
  /** The rows, ascending. */
  rows: ArrayLike<number>;
  /** The number of row 0 in the random stream. */
  first: number;
  /** Which of a row's numbers is wanted: 0 at first, then one more after each refusal. */
  draw: number;
  /** Takes a row and its random number. */
  put: (row: number, u: number) => void;
}

/** Draws the numbers of `randomStream` for some rows. */
export function redraw(seed: Seed, column: string): (options: RedrawOptions) => void {
  const key = seedKey(seed, column);
  const block = new Float64Array(BLOCK);
  const single = new Float64Array(1);
  return ({ rows, first, draw, put }) => {
    for (let i = 0, end = 0; i < rows.length; i = end) {
      const start = rows[i] as number;
      while (end < rows.length && (rows[end] as number) < start + BLOCK) end++;
      const points = end - i < WORTH_A_BLOCK ? single : block;
      if (points === block) threefry(key, points, first + start, draw);
      for (let k = i; k < end; k++) {
        const row = rows[k] as number;
        if (points === single) threefry(key, points, first + row, draw);
        put(row, (points === single ? points[0] : points[row - start]) as number);
      }
    }
  };
}

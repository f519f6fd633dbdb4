import type { Levels } from "../columns/levels-of.ts";

/** How many rows there are of each level of `a` (an array each) with each level of `b`; rows without one do not count. */
export function crossCounts(a: Levels, b: Levels): Float64Array[] {
  const counts = a.values.map(() => new Float64Array(b.values.length));
  for (let row = 0; row < a.codes.length; row++) {
    const place = b.codes[row] as number;
    const of = counts[a.codes[row] as number];
    if (of !== undefined && place >= 0) of[place] = (of[place] as number) + 1;
  }
  return counts;
}

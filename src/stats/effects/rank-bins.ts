/**
 * Puts numbers in bins of about the same count, by their ranks: of n numbers, one with rank r (equal ones share the
 * average of their ranks, so that they stay together) goes to bin ⌊bins · (r - ½) / n⌋. Bins that get nothing are left
 * out.
 *
 * @param codes For each row the place of its number among the different numbers, ascending; -1 where it is missing.
 * @param levels How many different numbers there are.
 * @returns For each different number its bin, from 0 without gaps.
 */
export function rankBins(
  codes: ArrayLike<number>,
  { levels, bins }: { levels: number; bins: number },
): Int32Array {
  const counts = new Float64Array(levels);
  let n = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code < 0) continue;
    counts[code] = (counts[code] as number) + 1;
    n++;
  }
  let [before, last, used] = [0, -1, -1];
  return Int32Array.from(counts, (count) => {
    const bin = Math.floor((bins * (before + count / 2)) / n);
    before += count;
    if (bin !== last) used++;
    last = bin;
    return used;
  });
}

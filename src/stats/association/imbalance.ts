/**
 * How unevenly rows are spread over levels: 1 less their entropy as a share of the largest possible, so 0 where all
 * levels are as frequent and 1 where there is but one (the score of ydata-profiling).
 *
 * @param counts A count a level; a level that could be and is not has 0.
 * @returns Null where there is no count or fewer than two levels.
 * @throws {RangeError} When a count is not a number from 0.
 * @example
 * ```ts
 * imbalance([70, 20, 10]); // 0.2701…
 * imbalance([10, 10, 10]); // 0
 * ```
 */
export function imbalance(counts: ArrayLike<number>): number | null {
  let total = 0;
  for (let level = 0; level < counts.length; level++) {
    const count = counts[level] as number;
    if (!(count >= 0 && count < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`Counts must be numbers from 0, got ${count} for level ${level}`);
    }
    total += count;
  }
  if (counts.length < 2 || total === 0) return null;
  let entropy = 0;
  for (let level = 0; level < counts.length; level++) {
    const share = (counts[level] as number) / total;
    if (share > 0) entropy -= share * Math.log2(share);
  }
  return Math.max(0, 1 - entropy / Math.log2(counts.length));
}

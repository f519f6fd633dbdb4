const PRECISION = 2 ** 30;

/**
 * Shares a number of seats by weight: each weight gets the whole part of its share, and those with the largest
 * remainders one more, until all are given out (Hamilton's method). Of equal remainders, the first wins.
 *
 * @param weights 0 or more each, not all 0.
 * @example
 * ```ts
 * largestRemainder(100, [3, 1]); // [75, 25]
 * ```
 */
export function largestRemainder(seats: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => (seats * weight) / total);
  const counts = shares.map(Math.floor);
  // Remainders that differ by rounding only count as equal.
  const remainders = shares.map((share, index) =>
    Math.round((share - (counts[index] as number)) * PRECISION),
  );
  const left = seats - counts.reduce((sum, count) => sum + count, 0);
  const ranking = remainders
    .map((_, index) => index)
    .sort((a, b) => (remainders[b] as number) - (remainders[a] as number));
  for (const index of ranking.slice(0, left)) counts[index] = (counts[index] as number) + 1;
  return counts;
}

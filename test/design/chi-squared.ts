/** Pearson's chi-squared of counts against equal expectations, in standard deviations above its mean. */
export function chiSquaredExcess(
  counts: readonly number[],
  degreesOfFreedom: number = counts.length - 1,
): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (statistic - degreesOfFreedom) / Math.sqrt(2 * degreesOfFreedom);
}

import { mean, sampleVariance } from "simple-statistics";

/**
 * Cohen's d: the difference of two means (of `b` less that of `a`) in units of their pooled standard deviation. By
 * custom, 0.2 is a small effect, 0.5 a medium one, 0.8 a large one.
 *
 * @param a Finite numbers.
 * @param b Finite numbers.
 * @returns 0 where both are the same constant; null where one has no values, both together fewer than three, or two
 * constants differ.
 * @example
 * ```ts
 * cohensD([1, 2, 3], [2, 3, 4]); // 1
 * ```
 */
export function cohensD(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const freedom = a.length + b.length - 2;
  if (a.length === 0 || b.length === 0 || freedom < 1) return null;
  const difference = mean(b as number[]) - mean(a as number[]);
  const pooled = (squares(a) + squares(b)) / freedom;
  if (pooled > 0) return difference / Math.sqrt(pooled);
  return a[0] === b[0] ? 0 : null;
}

/** The sum of squared distances from the mean; exactly 0 for a constant. */
function squares(values: ArrayLike<number>): number {
  if (Array.from(values).every((value) => value === values[0])) return 0;
  return sampleVariance(values as number[]) * (values.length - 1);
}

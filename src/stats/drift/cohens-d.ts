import { commonUnit } from "../tests/common-unit.ts";
import { type MeanAndSquares, meanAndSquares } from "../tests/mean-and-squares.ts";

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
  const unit = commonUnit(a, b);
  const [of, to] = [a, b].map((values) => {
    return meanAndSquares(unit === 1 ? values : Array.from(values, (value) => value / unit));
  }) as [MeanAndSquares, MeanAndSquares];
  const pooled = (of.squares + to.squares) / freedom;
  if (pooled > 0) return (to.mean - of.mean) / Math.sqrt(pooled);
  return of.mean === to.mean ? 0 : null;
}

import { tQuantile } from "../distributions/t-quantile.ts";
import { meanAndSquares } from "./mean-and-squares.ts";

/** A mean with its interval. */
export interface MeanInterval {
  count: number;
  /** Null without numbers. */
  mean: number | null;
  /** The standard deviation, with n - 1; null below two numbers, or where their squares are beyond all numbers. */
  sd: number | null;
  /** The bounds of the mean's interval; null where `sd` is. */
  low: number | null;
  high: number | null;
}

/**
 * The mean of finite numbers with the interval of Student's t: mean ± t · sd / √n, n - 1 degrees of freedom.
 *
 * @param confidence How sure it is, of many intervals, that they hold the true mean.
 */
export function meanInterval(values: ArrayLike<number>, confidence: number): MeanInterval {
  const count = values.length;
  if (count === 0) return { count, mean: null, sd: null, low: null, high: null };
  const { mean, squares } = meanAndSquares(values);
  if (count === 1 || !Number.isFinite(squares)) return { count, mean, sd: null, low: null, high: null };
  const sd = Math.sqrt(squares / (count - 1));
  const half = (tQuantile(1 - confidence, count - 1) * sd) / Math.sqrt(count);
  return { count, mean, sd, low: mean - half, high: mean + half };
}

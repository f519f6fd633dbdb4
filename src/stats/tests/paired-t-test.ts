import { fTest } from "./f-test.ts";
import { finiteOf } from "./finite-of.ts";
import { meanAndSquares } from "./mean-and-squares.ts";
import { meanInterval } from "./mean-interval.ts";
import { roundingSquares } from "./rounding-squares.ts";

/** What {@link pairedTTest} finds; null for what cannot be computed. */
export interface PairedTTest {
  /** The number of pairs. */
  pairs: number;
  /** The mean of the differences. */
  difference: number | null;
  /** The bounds of the mean difference. */
  low: number | null;
  high: number | null;
  /** ±Infinity where all differences are the same and not 0; null where all are 0. */
  t: number | null;
  /** Pairs less 1. */
  df: number;
  pValue: number | null;
}

/**
 * Student's t test of whether paired differences are 0 on average, both sides, as `scipy.stats.ttest_rel`.
 *
 * @param differences One a pair; missing (`NaN`) and infinite ones are left out.
 * @param scale How large the numbers were whose differences these are, so that their rounding counts as no difference.
 * @example
 * ```ts
 * pairedTTest([1, 2, 3], { confidence: 0.95 }).t; // 3.46
 * ```
 */
export function pairedTTest(
  differences: ArrayLike<number>,
  { confidence, scale = 0 }: { confidence: number; scale?: number },
): PairedTTest {
  const finite = finiteOf(differences);
  const { count: pairs, mean: difference, low, high } = meanInterval(finite, confidence);
  const df = Math.max(pairs - 1, 0);
  if (difference === null || pairs < 2) return { pairs, difference, low, high, t: null, df, pValue: null };
  const noise = pairs * roundingSquares([scale]) + roundingSquares(finite);
  const error = { squares: meanAndSquares(finite).squares, df };
  const { f, pValue } = fTest({ squares: pairs * difference * difference, df: 1 }, error, { noise });
  return {
    pairs,
    difference,
    low,
    high,
    t: f === null ? null : Math.sign(difference) * Math.sqrt(f),
    df,
    pValue,
  };
}

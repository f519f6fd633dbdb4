import { fUpperTail } from "../distributions/f-upper-tail.ts";
import { completePairs, type Pairs } from "./complete-pairs.ts";
import type { Correlation } from "./correlation.ts";
import { dotProduct, unitVector } from "./unit-vector.ts";

/**
 * Pearson's correlation. The p-value is that of the two-sided t-test with n - 2 degrees of freedom, as in
 * `scipy.stats.pearsonr` and R's `cor.test`. Pairs with a missing or infinite value are left out.
 *
 * @throws {RangeError} When the two differ in length.
 * @example
 * ```ts
 * pearson([1, 2, 3, 4], [1, 3, 2, 4]); // { value: 0.8, pValue: 0.2000…, count: 4 }
 * ```
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  return correlatePairs(completePairs(x, y));
}

/** Pearson's correlation of pairs that are complete. */
export function correlatePairs({ x, y }: Pairs): Correlation {
  const count = x.length;
  if (isConstant(x) || isConstant(y)) return { value: null, pValue: null, count };
  const [a, b] = [unitVector(x), unitVector(y)];
  return toCorrelation(a === null || b === null ? Number.NaN : dotProduct(a, b), count);
}

/** A correlation that was computed, with its p-value; `NaN` where it is not defined. */
export function toCorrelation(raw: number, count: number): Correlation {
  if (Number.isNaN(raw)) return { value: null, pValue: null, count };
  const value = Math.max(-1, Math.min(1, raw));
  return { value, pValue: pOfCorrelation(value, count), count };
}

/** The two-sided t-test of a correlation; the square of t has an F distribution, of 1 and n - 2 degrees of freedom. */
function pOfCorrelation(r: number, count: number): number | null {
  if (count < 3) return null;
  if (Math.abs(r) === 1) return 0;
  return fUpperTail((r * r * (count - 2)) / (1 - r * r), { df1: 1, df2: count - 2 });
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}

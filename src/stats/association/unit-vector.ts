import { meanAndSquares } from "../tests/mean-and-squares.ts";

/**
 * Numbers less their mean, over the root of their sum of squares: the correlation of two columns is the sum of the
 * products of these.
 *
 * @param values Finite numbers, at least one.
 * @returns Null where all are the same, or too far apart for their mean to be a number.
 */
export function unitVector(values: Float64Array): Float64Array | null {
  const { mean } = meanAndSquares(values);
  const rest = values.map((value) => value - mean);
  // Squares of large numbers would be infinite, those of small ones 0.
  const largest = rest.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(largest > 0 && largest < Number.POSITIVE_INFINITY)) return null;
  const shares = rest.map((value) => value / largest);
  const length = Math.sqrt(dotProduct(shares, shares));
  return shares.map((share) => share / length);
}

/** The sum of products of two columns of the same length. */
export function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

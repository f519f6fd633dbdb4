import { commonUnit } from "../tests/common-unit.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";

/**
 * Numbers less their mean, over the root of their sum of squares: the correlation of two columns is the sum of the
 * products of these.
 *
 * @param values Finite numbers, at least one.
 * @returns Null where all are the same.
 */
export function unitVector(values: Float64Array): Float64Array | null {
  const unit = commonUnit(values);
  const scaled = unit === 1 ? values : values.map((value) => value / unit);
  const { mean, squares } = meanAndSquares(scaled);
  if (squares === 0) return null;
  const length = Math.sqrt(squares);
  return scaled.map((value) => (value - mean) / length);
}

/** The sum of products of two columns of the same length. */
export function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

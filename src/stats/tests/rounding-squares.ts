/**
 * The sum of squares that the rounding of numbers alone can make: sums of squares up to it count as 0, so that
 * `0.1 + 0.2` beside `0.3` is no variation.
 */
export function roundingSquares(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number));
  return values.length * (largest * 2 ** -46) ** 2;
}

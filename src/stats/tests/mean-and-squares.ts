/** A mean and what lies around it. */
export interface MeanAndSquares {
  mean: number;
  /** The sum of squared deviations from the mean. */
  squares: number;
}

/**
 * The mean of finite numbers and the sum of squared deviations, in two passes and from the first number on, so that
 * equal numbers have exactly their mean and 0.
 *
 * @param values At least one.
 */
export function meanAndSquares(values: ArrayLike<number>): MeanAndSquares {
  const first = values[0] as number;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) - first;
  const shift = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - first - shift) ** 2;
  return { mean: first + shift, squares };
}

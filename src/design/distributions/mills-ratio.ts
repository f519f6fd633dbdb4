/**
 * The upper tail of the standard normal distribution divided by its density, for points of at least 1, to about 16
 * digits. Laplace's continued fraction 1/(z + 1/(z + 2/(z + 3/(z + …)))), Abramowitz and Stegun 26.2.14, from its far
 * end; the nearer the point is to 0, the more terms it takes.
 *
 * @param z A point, 1 or more.
 * @example
 * ```ts
 * millsRatio(10); // 0.0990…, a little less than 1 / 10
 * ```
 */
export function millsRatio(z: number): number {
  let denominator = z;
  for (let term = Math.ceil(10 + 500 / (z * z)); term > 0; term--) denominator = z + term / denominator;
  return 1 / denominator;
}

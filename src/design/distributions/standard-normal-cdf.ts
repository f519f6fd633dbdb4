import { exponential } from "./exponential.ts";
import { millsRatio } from "./mills-ratio.ts";

const ROOT_OF_TWO_PI = 2.5066282746310002;

/** The density; the exponent is split so that its larger part is exact and its rounding does no harm far out. */
function density(z: number): number {
  const near = Math.round(z * 16) / 16;
  return (exponential(-near * near * 0.5) * exponential((near - z) * (near + z) * 0.5)) / ROOT_OF_TWO_PI;
}

/**
 * The share of a standard normal distribution below a point, to about 15 digits also in the lower tail: by the power
 * series of the error function (DLMF 7.6.2) around 0 and by Mills' ratio beyond. For the share above a point, turn
 * its sign. (`simple-statistics` looks four digits up in a table.)
 *
 * @param z A point; infinite points are allowed.
 * @returns A share in [0, 1], which is 0 below about -38.5.
 * @example
 * ```ts
 * standardNormalCdf(0); // 0.5
 * standardNormalCdf(-8); // 6.22e-16
 * ```
 */
export function standardNormalCdf(z: number): number {
  if (z > 40) return 1;
  if (z < -40) return 0;
  if (z >= 1) return 1 - density(z) * millsRatio(z);
  if (z <= -1) return density(z) * millsRatio(-z);
  let sum = 0;
  for (let term = z, n = 3; sum !== sum + term; n += 2) {
    sum += term;
    term *= (z * z) / n;
  }
  return 0.5 + density(z) * sum;
}

import { exponential } from "./exponential.ts";
import { logOfOnePlus } from "./log-of-one-plus.ts";
import { naturalLog } from "./natural-log.ts";
import { stirlingError } from "./stirling-error.ts";

/** The standard beta distribution seen from a point. */
export interface BetaTails {
  /** The share below the point, the regularised incomplete beta function. */
  lower: number;
  /** The share above the point. */
  upper: number;
  /** The density times the point: how fast `lower` grows with the logarithm of the point. */
  slope: number;
}

const EPSILON = 2 ** -53;

/** The terms d1, d2, … of DLMF 8.17.23. */
function term(k: number, x: number, { a, b }: { a: number; b: number }): number {
  const m = Math.floor(k / 2);
  if (k % 2 === 0) return (m * (b - m) * x) / ((a + k - 1) * (a + k));
  return (-(a + m) * (a + b + m) * x) / ((a + k - 1) * (a + k));
}

/** 1 + d1/(1 + d2/(1 + …)) by the modified Lentz method (Thompson and Barnett 1986). */
function continuedFraction(x: number, shapes: { a: number; b: number }): number {
  let [value, c, d] = [1, 1, 0];
  for (let k = 1; k < 1e6; k++) {
    const numerator = term(k, x, shapes);
    d = 1 / (1 + numerator * d);
    c = 1 + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) <= EPSILON) break;
  }
  return value;
}

/** shape * log(shape / mean), given the difference of both. */
function deviance(shape: number, mean: number, difference: number): number {
  const near = Math.abs(difference) < mean / 2;
  return shape * (near ? logOfOnePlus(difference / mean) : naturalLog(shape / mean));
}

/**
 * The tails of the beta distribution on [0, 1], to about 14 digits. One comes from the continued fraction of DLMF
 * 8.17.22 on the side where that converges fast, its factor x^a (1 - x)^b / B(a, b) in the form without overflow that
 * Loader (2000, "Fast and accurate computation of binomial probabilities") gives; the other is what is left to 1.
 *
 * @param a The first shape, more than 0.
 * @param b The second shape, more than 0.
 * @returns The tails at a point in (0, 1).
 * @example
 * ```ts
 * betaTails(1, 2)(0.25).lower; // 0.4375
 * ```
 */
export function betaTails(a: number, b: number): (x: number) => BetaTails {
  const total = a + b;
  const error = stirlingError(total) - stirlingError(a) - stirlingError(b);
  const scale = Math.sqrt((a / total) * (b / (2 * Math.PI))) * exponential(error);
  return (x) => {
    const y = 1 - x;
    const difference = a - total * x;
    const exponent = deviance(a, total * x, difference) + deviance(b, total * y, -difference);
    const factor = scale * exponential(-exponent);
    const slope = factor / y;
    if (x < (a + 1) / (total + 2)) {
      const lower = factor / a / continuedFraction(x, { a, b });
      return { lower, upper: 1 - lower, slope };
    }
    const upper = factor / b / continuedFraction(y, { a: b, b: a });
    return { lower: 1 - upper, upper, slope };
  };
}

import { exponential } from "./exponential.ts";
import { naturalLog } from "./natural-log.ts";

/**
 * exp(x) - 1, exact for small x and the same on every engine (see `naturalLog`). The rounding of exp(x) is made good
 * by a factor, as Kahan does.
 *
 * @param x 709 or less.
 * @example
 * ```ts
 * exponentialMinusOne(1e-20); // 1e-20
 * ```
 */
export function exponentialMinusOne(x: number): number {
  const power = exponential(x);
  if (power === 1) return x;
  return power - 1 === -1 ? -1 : (power - 1) * (x / naturalLog(power));
}

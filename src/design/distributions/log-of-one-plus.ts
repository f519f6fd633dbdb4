import { naturalLog } from "./natural-log.ts";

/**
 * The natural logarithm of 1 + x, exact for small x and the same on every engine (see `naturalLog`). The rounding of
 * 1 + x is made good by a factor, as Kahan does.
 *
 * @param x More than -1, or -1 for minus infinity.
 * @example
 * ```ts
 * logOfOnePlus(1e-20); // 1e-20
 * ```
 */
export function logOfOnePlus(x: number): number {
  const sum = 1 + x;
  if (sum === 1) return x;
  return sum === 0 || sum === Number.POSITIVE_INFINITY ? naturalLog(sum) : naturalLog(sum) * (x / (sum - 1));
}

import { fQuantile } from "./f-quantile.ts";

/**
 * The number that the absolute value of Student's t exceeds with a chance: half the width of an interval in standard
 * errors is `tQuantile(1 - confidence, df)`. The square of t is an F of 1 and `df` degrees of freedom.
 *
 * @param outside The chance of both tails together, more than 0 and less than 1.
 * @example
 * ```ts
 * tQuantile(0.05, 30); // about 2.0423
 * ```
 */
export function tQuantile(outside: number, df: number): number {
  return Math.sqrt(fQuantile(outside, { df1: 1, df2: df }));
}

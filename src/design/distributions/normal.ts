import { checkFinite, type Distribution } from "./distribution.ts";
import { floatWriter } from "./float-writer.ts";
import { standardNormalQuantile } from "./standard-normal-quantile.ts";

const SMALLEST_P = 2 ** -54;

/**
 * Normally distributed real numbers. They have no bounds: values may fall outside a parameter's range, where
 * `truncatedNormal` may be meant. A share of 0 is taken for 2^-54, so that every value is finite, within 8.3 standard
 * deviations.
 *
 * @param mean The mean.
 * @param sd The standard deviation, 0 or more.
 * @throws {RangeError} When an argument is not finite, `sd` is negative, or values would overflow.
 * @example
 * ```ts
 * normal(10, 2).quantile(0.5); // 10
 * ```
 */
export function normal(mean: number, sd: number): Distribution<number> {
  checkFinite("mean", mean);
  checkFinite("sd", sd);
  if (sd < 0) throw new RangeError(`sd must be 0 or more, got ${sd}`);
  checkFinite("mean + 9 sd", Math.abs(mean) + 9 * sd);
  const quantile = (u: number) => mean + sd * standardNormalQuantile(Math.max(u, SMALLEST_P));
  return { kind: "normal", args: [mean, sd], quantile, writer: (n) => floatWriter(n, quantile) };
}

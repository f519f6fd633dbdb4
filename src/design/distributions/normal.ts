import { checkFinite, type Distribution } from "./distribution.ts";
import { standardNormalQuantile } from "./standard-normal-quantile.ts";

const SMALLEST_P = 2 ** -54;

/**
 * Normally distributed real numbers. They have no bounds: values may fall outside a parameter's range.
 *
 * @param sd The standard deviation, 0 or more.
 * @throws {RangeError} When an argument is not finite or `sd` is negative.
 */
export function normal(mean: number, sd: number): Distribution<number> {
  checkFinite("mean", mean);
  checkFinite("sd", sd);
  if (sd < 0) throw new RangeError(`sd must be 0 or more, got ${sd}`);
  const quantile = (u: number) => mean + sd * standardNormalQuantile(Math.max(u, SMALLEST_P));
  return { kind: "normal", args: [mean, sd], quantile };
}

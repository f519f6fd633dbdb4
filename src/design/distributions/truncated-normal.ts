import { checkBounds } from "./check-bounds.ts";
import { checkFinite, type Distribution } from "./distribution.ts";
import { exponentialMinusOne } from "./exponential-minus-one.ts";
import { floatWriter } from "./float-writer.ts";
import { logOfOnePlus } from "./log-of-one-plus.ts";
import { normalTailQuantile } from "./normal-tail-quantile.ts";
import { standardNormalCdf } from "./standard-normal-cdf.ts";
import { standardNormalQuantile } from "./standard-normal-quantile.ts";

/** Options of {@link truncatedNormal}; at least one bound is needed. */
export interface TruncatedNormalOptions {
  /** The least value. @default unbounded */
  min?: number | undefined;
  /** The greatest value. @default unbounded */
  max?: number | undefined;
}

/** Beyond this many standard deviations, shares come close to the smallest numbers there are. */
const FAR = 35;
/** Within so few standard deviations, the density is exponential to 16 digits. */
const NARROW = 1e-7;
const SMALLEST_U = 2 ** -53;

/**
 * Real numbers in [min, max] that are normally distributed but for the bounds: what falls outside is drawn anew, not
 * moved onto the bound. It is accurate also where the bounds lie far out in a tail.
 *
 * @param mean The mean before truncation; it may lie outside the bounds.
 * @param sd The standard deviation before truncation, more than 0.
 * @throws {RangeError} When an argument is not finite, `sd` is not positive, no bound is given, `min` exceeds `max`,
 *   or `sd` is so small beside the distance from the mean to the bounds that their quotient overflows.
 * @example
 * ```ts
 * truncatedNormal(0, 1, { min: -4, max: 4 }).quantile(0.5); // 0
 * truncatedNormal(0, 1, { min: 0 }).quantile(0.5); // 0.674…
 * ```
 */
export function truncatedNormal(
  mean: number,
  sd: number,
  { min, max }: TruncatedNormalOptions,
): Distribution<number> {
  checkFinite("mean", mean);
  checkFinite("sd", sd);
  if (sd <= 0) throw new RangeError(`sd must be more than 0, got ${sd}`);
  if (min === undefined && max === undefined) throw new RangeError("At least one of min and max is needed");
  checkBounds(min ?? -Number.MAX_VALUE, max ?? Number.MAX_VALUE);
  const options = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  const [lowest, highest] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  const value = unclamped(mean, sd, { lowest, highest });
  const leastU = min === undefined ? SMALLEST_U : 0;
  const quantile = (u: number) => Math.min(Math.max(value(Math.max(u, leastU)), lowest), highest);
  return {
    kind: "truncatedNormal",
    args: [mean, sd, options],
    quantile,
    writer: (n) => floatWriter(n, quantile),
  };
}

/** The quantile but for rounding at the bounds, where it may stray from them. */
function unclamped(
  mean: number,
  sd: number,
  { lowest, highest }: { lowest: number; highest: number },
): (u: number) => number {
  const [from, to] = [(lowest - mean) / sd, (highest - mean) / sd];
  if (from === Number.POSITIVE_INFINITY || to === Number.NEGATIVE_INFINITY) {
    throw new RangeError(`sd is too small for bounds so far from the mean, got ${sd}`);
  }
  const width = (highest - lowest) / sd;
  if (width < NARROW) {
    const decay = (from + width / 2) * width;
    if (decay < 0) return (u) => highest - (highest - lowest) * exponentialShare(1 - u, -decay);
    return (u) => lowest + (highest - lowest) * exponentialShare(u, decay);
  }
  if (from > FAR) {
    const distance = normalTailQuantile(from, width);
    return (u) => lowest + sd * distance(u, 1 - u);
  }
  if (to < -FAR) {
    const distance = normalTailQuantile(-to, width);
    return (u) => highest - sd * distance(1 - u, u);
  }
  const below = [standardNormalCdf(from), standardNormalCdf(to)] as const;
  const above = [standardNormalCdf(-from), standardNormalCdf(-to)] as const;
  return (u) => {
    const p = (1 - u) * below[0] + u * below[1];
    const q = (1 - u) * above[0] + u * above[1];
    return mean + sd * (p < q ? standardNormalQuantile(p) : -standardNormalQuantile(q));
  };
}

/** The quantile of a distribution over [0, 1] whose density falls as exp(-decay x). */
function exponentialShare(u: number, decay: number): number {
  return decay < 1e-16 ? u : -logOfOnePlus(u * exponentialMinusOne(-decay)) / decay;
}

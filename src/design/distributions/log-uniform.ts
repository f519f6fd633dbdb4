import { nextBelow } from "../../util/next-below.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkFinite, type Distribution } from "./distribution.ts";
import { exponential } from "./exponential.ts";
import { floatWriter } from "./float-writer.ts";
import { naturalLog } from "./natural-log.ts";

/**
 * Positive real numbers over [min, max) whose logarithm is spread evenly: every decade gets the same share. The
 * bounds are values, not exponents.
 *
 * @param min The least value, more than 0.
 * @param max Never less than `min`. When both are equal, that is the only value.
 * @throws {RangeError} When a bound is not finite, `min` is not positive or exceeds `max`, or `max / min` overflows.
 * @example
 * ```ts
 * logUniform(10, 1000).quantile(0.5); // 100.0…
 * ```
 */
export function logUniform(min: number, max: number): Distribution<number> {
  checkBounds(min, max);
  if (min <= 0) throw new RangeError(`min must be more than 0, got ${min}`);
  const ratio = max / min;
  checkFinite("max / min", ratio);
  const span = naturalLog(ratio);
  const largest = min === max ? max : nextBelow(max);
  const quantile = (u: number) => Math.min(min * exponential(u * span), largest);
  return { kind: "logUniform", args: [min, max], quantile, writer: (n) => floatWriter(n, quantile) };
}

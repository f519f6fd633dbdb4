import { nextBelow } from "../../util/next-below.ts";
import { checkFinite, type Distribution } from "./distribution.ts";

/**
 * Real numbers spread evenly over [min, max).
 *
 * @throws {RangeError} When a bound is not finite or `min` exceeds `max`.
 */
export function uniform(min: number, max: number): Distribution<number> {
  checkFinite("min", min);
  checkFinite("max", max);
  if (min > max) throw new RangeError(`min must not exceed max, got ${min} and ${max}`);
  const span = max - min;
  checkFinite("max - min", span);
  const largest = min === max ? max : nextBelow(max);
  return { kind: "uniform", args: [min, max], quantile: (u) => Math.min(min + u * span, largest) };
}

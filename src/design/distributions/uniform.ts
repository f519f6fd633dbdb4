import { checkFinite, type Distribution } from "./distribution.ts";

const LARGEST_U = 1 - 2 ** -53;

/**
 * Real numbers spread evenly over [min, max).
 *
 * @throws {RangeError} When a bound is not finite or `min` exceeds `max`.
 */
export function uniform(min: number, max: number): Distribution<number> {
  checkFinite("min", min);
  checkFinite("max", max);
  if (min > max) throw new RangeError(`min must not exceed max, got ${min} and ${max}`);
  let span = max - min;
  checkFinite("max - min", span);
  while (span > 0 && min + span * LARGEST_U >= max) span *= LARGEST_U;
  return { kind: "uniform", args: [min, max], quantile: (u) => min + u * span };
}

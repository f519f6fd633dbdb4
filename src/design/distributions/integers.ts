import type { Distribution } from "./distribution.ts";

/**
 * Whole numbers spread evenly from `min` to `max`, both included.
 *
 * @throws {RangeError} When a bound is not an integer or `min` exceeds `max`.
 */
export function integers(min: number, max: number): Distribution<number> {
  for (const bound of [min, max]) {
    if (!Number.isSafeInteger(bound)) throw new RangeError(`Bounds must be integers, got ${bound}`);
  }
  if (min > max) throw new RangeError(`min must not exceed max, got ${min} and ${max}`);
  const count = max - min + 1;
  return { kind: "integers", args: [min, max], quantile: (u) => Math.min(min + Math.floor(u * count), max) };
}

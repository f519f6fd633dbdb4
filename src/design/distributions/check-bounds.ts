import { checkFinite } from "./distribution.ts";

/** Throws unless two bounds are finite and in order. */
export function checkBounds(min: number, max: number): void {
  checkFinite("min", min);
  checkFinite("max", max);
  if (min > max) throw new RangeError(`min must not exceed max, got ${min} and ${max}`);
}

import { nearestNumbers } from "./nearest-number.ts";

/**
 * A parsed JSON value as a list of numbers of floating point, or null where it is anything else; `length` is the
 * length wanted.
 */
export function numbersIn(value: unknown, length?: number): readonly number[] | null {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) return null;
  let whole = false;
  for (let index = 0; index < value.length; index++) {
    if (typeof value[index] === "bigint") whole = true;
    else if (typeof value[index] !== "number") return null;
  }
  return whole ? (nearestNumbers(value) as number[]) : value;
}

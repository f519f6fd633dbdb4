import { parseNumber } from "../../util/parse-number.ts";

/**
 * Whether a parameter came back as it was asked for. Values may be written as text; numbers may differ by a part
 * `tolerance` of the larger one, and may be truth values, which count as 0 and 1.
 */
export function sameValue(requested: unknown, achieved: unknown, tolerance: number): boolean {
  if (String(requested) === String(achieved)) return true;
  const [a, b] = [numberOf(requested), numberOf(achieved)];
  if (a === null || b === null) return false;
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/** A value as the number that it stands for, or null where it stands for none. */
export function numberOf(value: unknown): number | null {
  if (typeof value === "string") return parseNumber(value);
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean"
    ? Number(value)
    : null;
}

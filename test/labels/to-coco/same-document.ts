import { expect } from "vitest";

/** Expects two parsed files to be equal down to the order of keys, missing keys and the sign of zero. */
export function sameDocument(actual: unknown, expected: unknown): void {
  expect(actual).toStrictEqual(expected);
  expect(spelled(actual)).toBe(spelled(expected));
}

/** A value as a text that tells every difference: plain recursion, unlike what is tested. */
function spelled(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).join()}]`;
  return `{${Object.keys(value)
    .map((key) => `${JSON.stringify(key)}:${spelled((value as Record<string, unknown>)[key])}`)
    .join()}}`;
}

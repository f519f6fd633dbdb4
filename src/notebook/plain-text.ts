import { cellText, plainNumbers } from "../display/text/cell-text.ts";

/** Any value as text: JSON for objects and arrays, with a line for each entry. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return typeof value === "number" ? String(value) : String(cellText(value, Number.POSITIVE_INFINITY));
  }
  try {
    return JSON.stringify(value, plainNumbers, 2);
  } catch {
    return String(value);
  }
}

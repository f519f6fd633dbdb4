import { cellText } from "../display/text/cell-text.ts";
import { jsonText } from "../display/text/json-text.ts";

/** Any value as text: JSON for objects and arrays, with a line for each entry. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return String(cellText(value, Number.POSITIVE_INFINITY));
  if (typeof value !== "object" || value === null) return String(value);
  return jsonText(value, 2);
}

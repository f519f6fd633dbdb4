import { jsonText } from "./json-text.ts";

const DIGITS = 7;
/** What a cut may leave of an emoji: the first of its two codes. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** A value of a table as it is shown: a number with at most seven digits that count, or text of at most so many characters. */
export function cellText(value: unknown, longest: number): string | number {
  if (typeof value === "number") return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  const text = textOf(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(HALF_CHARACTER, "")}…`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  return jsonText(value);
}

import { formatNumber, formatPValue, formatShare } from "./format-number.ts";
import { shortened } from "./shortened.ts";

const LONGEST = 80;
const LONGEST_SENTENCE = 400;
const MOST_ITEMS = 6;

/** What a cell holds: a number, a share of 1, a p-value, text, a sentence (`long`), or what its value tells. */
export type CellFormat = "auto" | "number" | "share" | "p" | "text" | "long";

/** A value of a table as text. What is missing is a dash; long texts and lists are cut. */
export function formatCell(value: unknown, format: CellFormat = "auto"): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "bigint") return format === "text" ? String(value) : formatNumber(Number(value));
  if (typeof value === "number") {
    if (format === "share") return formatShare(value);
    if (format === "p") return formatPValue(value);
    return formatNumber(value);
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "–" : value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return listText(Array.from(value as unknown[]));
  if (typeof value === "object") return shortened(objectText(value), LONGEST);
  return shortened(String(value), format === "long" ? LONGEST_SENTENCE : LONGEST);
}

function listText(items: readonly unknown[]): string {
  const shown = items.slice(0, MOST_ITEMS).map((item) => shortened(formatCell(item), LONGEST / 2));
  if (items.length > MOST_ITEMS) shown.push(`and ${formatNumber(items.length - MOST_ITEMS)} more`);
  return shown.join(", ");
}

function objectText(value: object): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item));
}

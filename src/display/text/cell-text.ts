const DIGITS = 7;

/** A value of a table as it is shown: a number with at most seven digits that count, or text of at most so many characters. */
export function cellText(value: unknown, longest: number): string | number {
  if (typeof value === "number") return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
  const text = textOf(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  return JSON.stringify(
    ArrayBuffer.isView(value) ? Array.from(value as unknown as number[]) : value,
    plainNumbers,
  );
}

/** For `JSON.stringify`: bigints become strings of digits. */
export function plainNumbers(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

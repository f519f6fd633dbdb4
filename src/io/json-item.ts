/** What `JSON.stringify` writes of a list's items: `NaN`, infinities and integers beyond the safe range as text. */
export function jsonItem(_key: string, item: unknown): unknown {
  if (typeof item === "bigint") return Number.isSafeInteger(Number(item)) ? Number(item) : String(item);
  return typeof item === "number" && !Number.isFinite(item) ? String(item) : item;
}

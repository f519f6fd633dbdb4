/**
 * A table's value as COCO holds it: numbers for integers that are safe, plain arrays for lists, ISO text for moments.
 * Missing is null.
 */
export function plainValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return Array.from(value as ArrayLike<unknown>, plainValue);
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainValue(item)]));
}

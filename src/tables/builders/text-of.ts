/** A value of a column of mixed types as text: strings as they are, others as in JSON, with exact integers, -0 and `NaN`. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value))
    return `[${value.map((item) => (typeof item === "string" ? JSON.stringify(item) : textOf(item))).join(",")}]`;
  if (Object.is(value, -0)) return "-0";
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

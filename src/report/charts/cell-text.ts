/** How a chart writes a value that is missing. */
export const MISSING = "(missing)";

/** A value of a table as a chart writes it, in one line. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined || Number.isNaN(value)) return MISSING;
  if (value instanceof Date) return momentText(value);
  if (value === "") return "(empty)";
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  // Vega would start a new line.
  const text = (typeof value === "object" ? JSON.stringify(value) : String(value)).replace(
    /\r\n|[\r\n]/g,
    "↵",
  );
  // In lists of texts, Vega takes the names of what every object has for variables: a space without width helps.
  return text in Object.prototype ? `${text}\u200b` : text;
}

function momentText(moment: Date): string {
  if (Number.isNaN(moment.getTime())) return MISSING;
  return moment
    .toISOString()
    .replace(/T00:00:00\.000Z$|\.000Z$/, "")
    .replace("T", " ");
}

/** Writes a clock time as the API does: numeric offset, six fractional digits, never `Z`. */
export function formatTimestamp(epochMs: number): string {
  const whole = Math.floor(epochMs);
  const micros = Math.floor((epochMs - whole) * 1000);
  const text = new Date(whole).toISOString().slice(0, -1);
  return `${text}${String(micros).padStart(3, "0")}+00:00`;
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads an ISO 8601 time with an offset as milliseconds since 1970, fractions kept; null where it is not one. */
export function parseTimestamp(text: string): number | null {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, date = "", time = "", fraction = "", offset = ""] = match;
  const zone = offset.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const whole = Date.parse(`${date}T${time}${zone}`);
  if (Number.isNaN(whole)) return null;
  // Whole microseconds, so that a time the server wrote compares equal to itself.
  return whole + Math.round(Number(`0${fraction}`) * 1e6) / 1e3;
}

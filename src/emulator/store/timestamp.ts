/** Writes a clock time as the API does: numeric offset, six fractional digits, never `Z`. */
export function formatTimestamp(epochMs: number): string {
  const whole = Math.floor(epochMs);
  const micros = Math.floor((epochMs - whole) * 1000);
  const text = new Date(whole).toISOString().slice(0, -1);
  return `${text}${String(micros).padStart(3, "0")}+00:00`;
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d{1,9})?(?:(Z)|([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?)$/;

/**
 * Reads an ISO 8601 time with an offset as milliseconds since 1970, fractions kept; null where it is not one.
 * Offsets may have seconds, as those of local mean times have.
 */
export function parseTimestamp(text: string): number | null {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, date, time, fraction = "", , sign, hours = 0, minutes = 0, seconds = 0] = match;
  const local = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(local) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  const whole = sign === "-" ? local + offset : local - offset;
  // Whole microseconds, so that a time the server wrote compares equal to itself.
  return whole + Math.round(Number(`0${fraction}`) * 1e6) / 1e3;
}

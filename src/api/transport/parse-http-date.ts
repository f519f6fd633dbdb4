const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH = `(?<month>${MONTHS.join("|")})`;
const TIME = "(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)";

/** The three forms of RFC 9110, section 5.6.7: IMF-fixdate, RFC 850 and asctime. */
const FORMS = [
  new RegExp(`^[A-Z][a-z]{2}, (?<day>\\d\\d) ${MONTH} (?<year>\\d{4}) ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{5,8}, (?<day>\\d\\d)-${MONTH}-(?<year>\\d\\d) ${TIME} GMT$`),
  new RegExp(`^[A-Z][a-z]{2} ${MONTH} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})$`),
];

/** Two digits mean the year with this ending that is at most 50 years ahead. */
function fullYear(year: number, nowMs: number): number {
  if (year >= 100) return year;
  const now = new Date(nowMs).getUTCFullYear();
  const guess = now - (now % 100) + year;
  return guess > now + 50 ? guess - 100 : guess;
}

/**
 * Reads a date of an HTTP header. `Date.parse` would take almost anything for one.
 *
 * @returns Milliseconds since 1970, or null where it is not such a date.
 */
export function parseHttpDate(text: string, nowMs: number = Date.now()): number | null {
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (!parts) continue;
    const [day, hour, minute, second] = [parts.day, parts.hour, parts.minute, parts.second].map(Number);
    const year = fullYear(Number(parts.year), nowMs);
    const month = MONTHS.indexOf(parts.month ?? "");
    const date = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second ?? 0, 59)));
    const isReal =
      date.getUTCDate() === day && date.getUTCHours() === hour && date.getUTCMinutes() === minute;
    return isReal ? date.getTime() : null;
  }
  return null;
}

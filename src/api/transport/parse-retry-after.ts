import { parseHttpDate } from "./parse-http-date.ts";

/**
 * How long a server asks to wait: `Retry-After` in seconds or as a date. A date is compared to the answer's own `Date`,
 * so that a clock that is wrong on either side changes nothing.
 *
 * @returns Milliseconds from 0, or null where the server does not say, or not in a way that can be read.
 */
export function parseRetryAfter(headers: Headers): number | null {
  const said = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,12}$/.test(said)) return Number(said) * 1000;
  const until = parseHttpDate(said);
  if (until === null) return null;
  const now = parseHttpDate(headers.get("date") ?? "") ?? Date.now();
  return Math.max(0, until - now);
}

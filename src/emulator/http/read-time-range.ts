import { refuse } from "../refusal.ts";
import { parseTimestamp } from "../store/timestamp.ts";

/** A span of time in milliseconds since 1970, both ends included. */
export interface TimeRange {
  startMs: number;
  endMs: number;
}

function readTime(query: URLSearchParams, name: string): number | null {
  const text = query.get(name);
  if (text === null) return null;
  // A plus sign that was not encoded arrives as a space.
  const time = parseTimestamp(text.replace(/ (\d{2}:?\d{2})$/, "+$1"));
  if (time === null) {
    refuse(400, `Cannot read ${name}: expected an ISO 8601 time with an offset, got ${JSON.stringify(text)}`);
  }
  return time;
}

/**
 * Reads `start_time` and `end_time` of a query; a missing one leaves that side open.
 *
 * @throws Refusal with status 400 for a time that cannot be read.
 */
export function readTimeRange(query: URLSearchParams): TimeRange {
  const startMs = readTime(query, "start_time") ?? Number.NEGATIVE_INFINITY;
  const endMs = readTime(query, "end_time") ?? Number.POSITIVE_INFINITY;
  return { startMs, endMs };
}

/** Whether a time lies in a range. */
export function isWithin(timeMs: number, { startMs, endMs }: TimeRange): boolean {
  return timeMs >= startMs && timeMs <= endMs;
}

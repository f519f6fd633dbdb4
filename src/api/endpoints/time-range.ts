import type { RequestOptions } from "./request-options.ts";

/** Options of requests over a range of time. */
export interface TimeRangeOptions extends RequestOptions {
  /** The earliest time. @default the beginning */
  startTime?: Date | undefined;
  /** The latest time. @default now */
  endTime?: Date | undefined;
}

/**
 * A time range as query parameters: ISO 8601 in UTC.
 *
 * @throws {RangeError} When a time is not valid, or the range ends before it starts.
 */
export function timeRangeQuery({ startTime, endTime }: TimeRangeOptions): Record<string, string | undefined> {
  if (startTime !== undefined && endTime !== undefined && endTime < startTime) {
    throw new RangeError(
      `The end time ${endTime.toISOString()} must not be before the start time ${startTime.toISOString()}`,
    );
  }
  return { start_time: startTime?.toISOString(), end_time: endTime?.toISOString() };
}

import { LONGEST_SLEEP_MS } from "../../util/sleep.ts";

/** The times allowed for a request, in milliseconds. All but the last are for one attempt. */
export interface Timeouts {
  /** Until the answer to a GET begins. @default 30_000 */
  headersMs: number;
  /** Until the answer to a POST begins; the server may have to make thousands of jobs. @default 240_000 */
  postHeadersMs: number;
  /** From there to the end of a JSON answer. @default 60_000 */
  bodyMs: number;
  /** Without any byte of an answer; for downloads, without any byte that reaches the disk. @default 60_000 */
  stallMs: number;
  /** For a call with all its attempts and pauses; `Infinity` for no limit. @default Infinity */
  totalMs: number;
}

const DEFAULTS: Timeouts = {
  headersMs: 30_000,
  // Below the 300 s after which Node's fetch gives up by itself, with an error that says less.
  postHeadersMs: 240_000,
  bodyMs: 60_000,
  stallMs: 60_000,
  totalMs: Number.POSITIVE_INFINITY,
};

/**
 * The given times, with the defaults for the others.
 *
 * @throws {RangeError} When a time is not positive, or longer than timers can keep (24.8 days).
 */
export function resolveTimeouts(given: Partial<Timeouts> = {}): Timeouts {
  const timeouts = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as (keyof Timeouts)[]) {
    const ms = given[name];
    if (ms === undefined) continue;
    const isEndless = name === "totalMs" && ms === Number.POSITIVE_INFINITY;
    if (!(isEndless || (ms > 0 && ms <= LONGEST_SLEEP_MS))) {
      throw new RangeError(
        `timeouts.${name} must be above 0 and at most ${LONGEST_SLEEP_MS}, got ${String(ms)}`,
      );
    }
    timeouts[name] = ms;
  }
  return timeouts;
}

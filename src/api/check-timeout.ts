import { LONGEST_SLEEP_MS } from "../util/sleep.ts";

/** Throws unless a time-out is a number of milliseconds that timers can keep. */
export function checkTimeout(timeoutMs: number): void {
  if (timeoutMs > 0 && timeoutMs <= LONGEST_SLEEP_MS) return;
  throw new RangeError(`timeoutMs must be above 0 and at most ${LONGEST_SLEEP_MS}, got ${String(timeoutMs)}`);
}

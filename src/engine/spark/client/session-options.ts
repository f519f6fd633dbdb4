import { LONGEST_SLEEP_MS } from "../../../util/sleep.ts";
import type { SparkOptions } from "./spark-options.ts";

const DEFAULTS: Required<SparkOptions> = {
  connectTimeoutMs: 20_000,
  reconnectTimeoutMs: 120_000,
  keepAliveMs: 1_800_000,
  retryDelayMs: 50,
};

/**
 * Checks how patient a session is to be, and fills in what is not said.
 *
 * @throws {RangeError} When a time is not a number of milliseconds from 1 to 2 147 483 647.
 */
export function sessionOptions(options: SparkOptions): Required<SparkOptions> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (typeof value === "number" && value >= 1 && value <= LONGEST_SLEEP_MS) continue;
    throw new RangeError(
      `Cannot open a session with ${name} ${value}: expected milliseconds from 1 to ${LONGEST_SLEEP_MS}`,
    );
  }
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}

import { parseNumber } from "../util/parse-number.ts";
import { UsageError } from "./usage-error.ts";

/** How far a command looks back. */
export const DAYS_OPTION = {
  days: { type: "string", value: "N", default: "30", help: "how many days of 24 hours to look back" },
} as const;

/**
 * The value of {@link DAYS_OPTION}.
 *
 * @throws {UsageError} When it is not a number above 0.
 */
export function parseDays(text: string): number {
  const days = parseNumber(text) ?? Number.NaN;
  if (days > 0 && days <= 36_500) return days;
  throw new UsageError(`--days must be a number above 0, and 36500 at most, got ${text}`);
}

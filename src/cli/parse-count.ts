import { parseNumber } from "../util/parse-number.ts";
import { UsageError } from "./usage-error.ts";

/**
 * A whole number of at least some value.
 *
 * @throws {UsageError} When it is anything else.
 */
export function parseCount(option: string, text: string, least: number): number {
  const value = parseNumber(text) ?? Number.NaN;
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${option} must be a whole number of at least ${least}, got ${text}`);
}

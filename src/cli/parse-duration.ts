import { UsageError } from "./usage-error.ts";

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * A time with its unit, in milliseconds: `30s`, `15m`, `36h`, `2d`.
 *
 * @throws {UsageError} When it is anything else.
 */
export function parseDuration(option: string, text: string): number {
  const [, amount, unit = ""] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
  const ms = Number(amount) * (UNIT_MS[unit] ?? Number.NaN);
  if (ms > 0 && Number.isFinite(ms)) return ms;
  throw new UsageError(`--${option} must be a time with its unit, such as 30s, 15m or 36h, got ${text}`);
}

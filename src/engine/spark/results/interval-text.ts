/** A span of time. */
export interface Interval {
  readonly months: number;
  readonly days: number;
  readonly microseconds: bigint;
}

/** A span of time as DuckDB writes it: `1 year 2 days 03:04:05.5`. */
export function intervalText({ months, days, microseconds }: Interval): string {
  const parts = [
    count(Math.trunc(months / 12), "year"),
    count(months % 12, "month"),
    count(days, "day"),
  ].filter((part) => part !== "");
  if (microseconds !== 0n || parts.length === 0) parts.push(timeText(microseconds));
  return parts.join(" ");
}

/** A time of the day, or a span of hours: `12:34:56.5`. */
export function timeText(microseconds: bigint): string {
  const size = microseconds < 0n ? -microseconds : microseconds;
  const seconds = size / 1_000_000n;
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  const whole = parts.map((part) => String(part).padStart(2, "0")).join(":");
  const decimals = String(size % 1_000_000n)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return `${microseconds < 0n ? "-" : ""}${whole}${decimals === "" ? "" : `.${decimals}`}`;
}

function count(number: number, unit: string): string {
  if (number === 0) return "";
  return `${number} ${unit}${Math.abs(number) === 1 ? "" : "s"}`;
}

/** The farthest moment that dates reach, either way. */
const LAST_MILLISECOND = 8_640_000_000_000_000n;

/**
 * A moment as ISO 8601 text in UTC, with as many of 3, 6 or 9 decimals as it needs. Beyond the years that dates reach,
 * where some writers put what has no end, it is the number of nanoseconds with the unit.
 */
export function isoTime(nanoseconds: bigint): string {
  const milliseconds = nanoseconds / 1_000_000n;
  if (milliseconds >= LAST_MILLISECOND || milliseconds <= -LAST_MILLISECOND) return `${nanoseconds} ns`;
  const fraction = ((nanoseconds % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  const seconds = (nanoseconds - fraction) / 1_000_000_000n;
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, -"000Z".length);
  const decimals = String(fraction)
    .padStart(9, "0")
    .replace(/(000){1,2}$/, "");
  return `${whole}${decimals}Z`;
}

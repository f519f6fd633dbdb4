const DAY_MS = 86_400_000;

/**
 * The time range that ends now and is a number of days long, each of exactly 24 hours.
 *
 * @throws {RangeError} When the number of days is negative or not finite.
 */
export function lastNDays(nDays: number): { startTime: Date; endTime: Date } {
  if (!(nDays >= 0 && Number.isFinite(nDays))) {
    throw new RangeError(`The number of days must be 0 or more, got ${nDays}`);
  }
  const endTime = new Date();
  const startTime = new Date(endTime.getTime() - nDays * DAY_MS);
  if (Number.isNaN(startTime.getTime())) throw new RangeError(`${nDays} days reach beyond the calendar`);
  return { startTime, endTime };
}

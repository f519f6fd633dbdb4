/**
 * Checks a number of bins.
 *
 * @throws {RangeError} When it is not a whole number, 2 or more.
 */
export function checkBins(bins: number): void {
  if (Number.isSafeInteger(bins) && bins >= 2) return;
  throw new RangeError(`bins must be a whole number, 2 or more, got ${String(bins)}`);
}

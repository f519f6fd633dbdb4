/** Throws a `RangeError` unless all outcomes are finite numbers. */
export function checkOutcomes(outcomes: ArrayLike<number>): void {
  for (let row = 0; row < outcomes.length; row++) {
    if (Number.isFinite(outcomes[row])) continue;
    throw new RangeError(
      `Outcomes must be finite numbers, row ${row} has ${String(outcomes[row])}: leave out its whole block`,
    );
  }
}

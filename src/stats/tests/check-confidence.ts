/**
 * Checks the confidence of intervals.
 *
 * @throws {RangeError} When it is not between 0 and 1.
 */
export function checkConfidence(confidence: number): void {
  if (confidence > 0 && confidence < 1) return;
  const hint = confidence > 1 && confidence < 100 ? ` (did you mean ${confidence / 100}?)` : "";
  throw new RangeError(`confidence must be between 0 and 1, got ${String(confidence)}${hint}`);
}

/**
 * Checks a number of things to show.
 *
 * @throws {RangeError} When it is not an integer from 1 to 200.
 */
export function checkTop(top: unknown, name = "top"): void {
  if (Number.isInteger(top) && (top as number) >= 1 && (top as number) <= 200) return;
  throw new RangeError(`The option "${name}" must be an integer from 1 to 200, got ${String(top)}`);
}

/** Throws unless a number of rows is a whole number, 0 or more. */
export function checkCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`${name} must be a whole number, 0 or more, got ${String(count)}`);
  }
}

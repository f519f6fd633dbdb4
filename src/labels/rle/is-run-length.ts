/** Whether a number can be the length of a run, or a side of a mask. */
export function isRunLength(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

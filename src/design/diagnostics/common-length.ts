/**
 * The length that all columns have.
 *
 * @returns 0 when there are no columns.
 * @throws {RangeError} When columns differ in length.
 */
export function commonLength(columns: readonly ArrayLike<number>[]): number {
  const n = columns[0]?.length ?? 0;
  for (const { length } of columns) {
    if (length !== n) throw new RangeError(`Columns must have the same length, got ${n} and ${length}`);
  }
  return n;
}

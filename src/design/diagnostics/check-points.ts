import { commonLength } from "./common-length.ts";

/**
 * Checks points given as columns.
 *
 * @returns The number of points.
 * @throws {RangeError} When there are no columns or no points, columns differ in length, or a number is not in [0, 1].
 */
export function checkPoints(points: readonly Float64Array[]): number {
  const n = commonLength(points);
  if (n === 0) throw new RangeError("There must be at least one column and one point");
  for (const column of points) {
    const outside = column.find((x) => !(x >= 0 && x <= 1));
    if (outside !== undefined) throw new RangeError(`Points must be in [0, 1], got ${outside}`);
  }
  return n;
}

import { nearestQuaternion } from "./nearest-quaternion.ts";
import { quaternionToMatrix } from "./quaternion-to-matrix.ts";
import type { RotationMatrix } from "./rotation-types.ts";

/**
 * The rotation matrix that lies nearest to a matrix by the sum of squared differences of their cells (the orthogonal
 * Procrustes problem). It does not mirror, even where the matrix does.
 *
 * @param matrix Nine finite numbers, row by row. Where several rotations are equally near, as for all zeros, one of them
 *   is given.
 * @throws {RangeError} When there are not nine finite numbers.
 * @example
 * ```ts
 * nearestRotation([2, 0, 0, 0, 2, 0, 0, 0, 2]); // [1, 0, 0, 0, 1, 0, 0, 0, 1]
 * ```
 */
export function nearestRotation(matrix: ArrayLike<number>): RotationMatrix {
  const cells = Array.from(matrix);
  if (cells.length !== 9 || !cells.every(Number.isFinite)) {
    throw new RangeError(`A matrix must be nine finite numbers, row by row, got [${cells.join(", ")}]`);
  }
  return quaternionToMatrix(nearestQuaternion(cells).quaternion);
}

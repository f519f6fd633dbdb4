import { isRotationMatrix } from "./is-rotation-matrix.ts";
import type { Quaternion, RotationMatrix } from "./rotation-types.ts";
import { unitQuaternion } from "./unit-quaternion.ts";

/**
 * The quaternion of a rotation matrix: Shepperd's method ("Quaternion from rotation matrix", Journal of Guidance and
 * Control 1 (1978)), which divides by the largest of the four numbers and so loses no digits.
 *
 * @param matrix Nine numbers, row by row.
 * @returns `[w, x, y, z]` of length 1 with w >= 0; where w is 0, the first number other than 0 is positive.
 * @throws {RangeError} When the matrix is not orthonormal within 0.0001 or mirrors; `nearestRotation` makes it a rotation.
 * @example
 * ```ts
 * // Half a turn about z.
 * matrixToQuaternion([-1, 0, 0, 0, -1, 0, 0, 0, 1]); // [0, 0, 0, 1]
 * ```
 */
export function matrixToQuaternion(matrix: ArrayLike<number>): Quaternion {
  if (!isRotationMatrix(matrix)) {
    throw new RangeError(
      `A rotation matrix must be nine numbers, row by row, with rows of length 1 at right angles and determinant 1 (nearestRotation makes it one), got [${Array.from(matrix).join(", ")}]`,
    );
  }
  return quaternionOf(matrix);
}

/** The quaternion of nine numbers that are a rotation. */
export function quaternionOf(matrix: ArrayLike<number>): Quaternion {
  const [m11, m12, m13, m21, m22, m23, m31, m32, m33] = Array.from(matrix) as unknown as RotationMatrix;
  const trace = m11 + m22 + m33;
  const largest = Math.max(trace, m11, m22, m33);
  if (largest === trace) return unitQuaternion([1 + trace, m32 - m23, m13 - m31, m21 - m12]);
  if (largest === m11) return unitQuaternion([m32 - m23, 1 + m11 - m22 - m33, m12 + m21, m13 + m31]);
  if (largest === m22) return unitQuaternion([m13 - m31, m12 + m21, 1 - m11 + m22 - m33, m23 + m32]);
  return unitQuaternion([m21 - m12, m13 + m31, m23 + m32, 1 - m11 - m22 + m33]);
}

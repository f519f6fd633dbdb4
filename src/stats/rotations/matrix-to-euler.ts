import { matrixToQuaternion } from "./matrix-to-quaternion.ts";
import { quaternionToEuler } from "./quaternion-to-euler.ts";
import type { EulerAngles, EulerOrder } from "./rotation-types.ts";

/**
 * The Euler angles of a rotation matrix, as {@link quaternionToEuler} gives them.
 *
 * @param matrix Nine numbers, row by row.
 * @param order Upper case for axes that turn with the body, lower case for axes that stay. @default "ZYX"
 * @returns Three angles in radians, in the order of `order`.
 * @throws {RangeError} When the matrix is not orthonormal within 0.0001 or mirrors, or there is no such order.
 * @example
 * ```ts
 * // A quarter turn about z.
 * matrixToEuler([0, -1, 0, 1, 0, 0, 0, 0, 1]); // [1.5707…, 0, 0]
 * ```
 */
export function matrixToEuler(matrix: ArrayLike<number>, order: EulerOrder = "ZYX"): EulerAngles {
  return quaternionToEuler(matrixToQuaternion(matrix), order);
}

import { eulerToQuaternion } from "./euler-to-quaternion.ts";
import { quaternionToMatrix } from "./quaternion-to-matrix.ts";
import type { EulerOrder, RotationMatrix } from "./rotation-types.ts";

/**
 * The rotation matrix of Euler angles.
 *
 * @param angles Three angles in radians, in the order of `order`.
 * @param order Upper case for axes that turn with the body, lower case for axes that stay. @default "ZYX"
 * @returns Nine numbers, row by row.
 * @throws {RangeError} When the angles are not three finite numbers, or there is no such order.
 * @example
 * ```ts
 * // A third of a turn about z.
 * eulerToMatrix([(2 * Math.PI) / 3, 0, 0], "ZYX"); // [-0.4999…, -0.8660…, 0, 0.8660…, -0.4999…, 0, 0, 0, 1]
 * ```
 */
export function eulerToMatrix(angles: ArrayLike<number>, order: EulerOrder = "ZYX"): RotationMatrix {
  return quaternionToMatrix(eulerToQuaternion(angles, order));
}

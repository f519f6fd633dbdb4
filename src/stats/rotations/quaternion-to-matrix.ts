import type { RotationMatrix } from "./rotation-types.ts";
import { unitQuaternion } from "./unit-quaternion.ts";

/**
 * The rotation matrix of a quaternion.
 *
 * @param quaternion `[w, x, y, z]`, of any length but 0.
 * @returns Nine numbers, row by row.
 * @throws {RangeError} When it is no quaternion.
 * @example
 * ```ts
 * quaternionToMatrix([1, 0, 0, 0]); // [1, 0, 0, 0, 1, 0, 0, 0, 1]
 * ```
 */
export function quaternionToMatrix(quaternion: ArrayLike<number>): RotationMatrix {
  const [w, x, y, z] = unitQuaternion(quaternion);
  return [
    w * w + x * x - y * y - z * z,
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    w * w - x * x + y * y - z * z,
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    w * w - x * x - y * y + z * z,
  ];
}

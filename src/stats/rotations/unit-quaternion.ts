import type { Quaternion } from "./rotation-types.ts";

const SHORT = 2 ** -900;

/**
 * The one quaternion of length 1 that stands for a rotation: of the two that do, that with w >= 0, and where w is 0
 * that whose first number other than 0 is positive.
 *
 * @throws {RangeError} When it has not four finite numbers, or all are 0.
 */
export function unitQuaternion(quaternion: ArrayLike<number>): Quaternion {
  const [w, x, y, z] = Array.from(quaternion) as unknown as Quaternion;
  const length = Math.hypot(w, x, y, z);
  // Lengths at the ends of what numbers can tell lose digits, or are none.
  if (length === Number.POSITIVE_INFINITY && [w, x, y, z].every(Number.isFinite)) {
    return unitQuaternion(Array.from(quaternion, (part) => part / 4));
  }
  if (length > 0 && length < SHORT) return unitQuaternion(Array.from(quaternion, (part) => part * 2 ** 900));
  if (quaternion.length !== 4 || !(length > 0 && length < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `A quaternion must be four finite numbers w, x, y, z that are not all 0, got [${Array.from(quaternion).join(", ")}]`,
    );
  }
  const leading = [w, x, y, z].find((part) => part !== 0) as number;
  const divisor = leading < 0 ? -length : length;
  // Adding 0 turns -0 into 0.
  return [w / divisor + 0, x / divisor + 0, y / divisor + 0, z / divisor + 0];
}

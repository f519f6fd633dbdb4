import { type ParsedOrder, parseEulerOrder } from "./parse-euler-order.ts";
import type { EulerAngles, EulerOrder, Quaternion } from "./rotation-types.ts";
import { unitQuaternion } from "./unit-quaternion.ts";

/** How near, in radians, the second angle comes to where the other two are one: as in SciPy. */
const LOCK = 1e-7;

/**
 * The Euler angles of a quaternion, for any order: Bernardes and Viollet, "Quaternion to Euler angles conversion: a
 * direct, general and computationally efficient method", PLoS ONE 17 (2022).
 *
 * The first and third angle are from -π to π; the second is from -π/2 to π/2 where the three axes differ, else from 0
 * to π. At the ends of that range only the sum or difference of the others is determined (gimbal lock): the third is
 * 0 then.
 *
 * @param quaternion `[w, x, y, z]`, of any length but 0.
 * @param order Upper case for axes that turn with the body, lower case for axes that stay. @default "ZYX"
 * @returns Three angles in radians, in the order of `order`.
 * @throws {RangeError} When it is no quaternion, or there is no such order.
 * @example
 * ```ts
 * // Half a turn about z: yaw, pitch, roll.
 * quaternionToEuler([0, 0, 0, 1], "ZYX"); // [3.1415…, 0, 0]
 * ```
 */
export function quaternionToEuler(quaternion: ArrayLike<number>, order: EulerOrder = "ZYX"): EulerAngles {
  return eulerOf(unitQuaternion(quaternion), parseEulerOrder(order));
}

/** The Euler angles of a quaternion of length 1. */
export function eulerOf(q: Quaternion, { axes, isIntrinsic }: ParsedOrder): EulerAngles {
  const [first, j, third] = axes;
  const [i, last] = isIntrinsic ? [third, first] : [first, third];
  const isProper = i === last;
  const k = isProper ? 3 - i - j : last;
  const sign = ((i - j) * (j - k) * (k - i)) / 2;
  const [w, qi, qj, qk] = [q[0], q[i + 1] as number, q[j + 1] as number, sign * (q[k + 1] as number)];
  const [a, b, c, d] = isProper ? [w, qi, qj, qk] : [w - qj, qi + qk, qj + w, qk - qi];
  const middle = 2 * Math.atan2(Math.hypot(c, d), Math.hypot(a, b));
  const half = { sum: Math.atan2(b, a), difference: Math.atan2(d, c) };
  const second = isProper ? middle : middle - Math.PI / 2;
  // What belongs to the last of the fixed axes has the sign of the permutation.
  const signed = isProper ? 1 : sign;
  if (middle <= LOCK || middle >= Math.PI - LOCK) {
    const both = middle <= LOCK ? 2 * half.sum : 2 * half.difference * (isIntrinsic ? 1 : -1);
    return [wrapped(isIntrinsic ? both * signed : both), second, 0];
  }
  const inner = wrapped(half.sum - half.difference);
  const outer = wrapped((half.sum + half.difference) * signed);
  return isIntrinsic ? [outer, second, inner] : [inner, second, outer];
}

/** An angle from -π to π; -0 becomes 0. */
function wrapped(angle: number): number {
  if (angle > Math.PI) return angle - 2 * Math.PI;
  return angle < -Math.PI ? angle + 2 * Math.PI : angle + 0;
}

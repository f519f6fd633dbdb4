import { multiplyQuaternions } from "./multiply-quaternions.ts";
import { parseEulerOrder } from "./parse-euler-order.ts";
import type { EulerOrder, Quaternion } from "./rotation-types.ts";
import { unitQuaternion } from "./unit-quaternion.ts";

/**
 * The quaternion of Euler angles.
 *
 * @param angles Three angles in radians, in the order of `order`.
 * @param order Upper case for axes that turn with the body, lower case for axes that stay. @default "ZYX"
 * @returns `[w, x, y, z]` of length 1 with w >= 0.
 * @throws {RangeError} When the angles are not three finite numbers, or there is no such order.
 * @example
 * ```ts
 * // A third of a turn about z.
 * eulerToQuaternion([(2 * Math.PI) / 3, 0, 0], "ZYX"); // [0.5000…, 0, 0, 0.8660…]
 * ```
 */
export function eulerToQuaternion(angles: ArrayLike<number>, order: EulerOrder = "ZYX"): Quaternion {
  const { axes, isIntrinsic } = parseEulerOrder(order);
  const given = Array.from(angles);
  if (given.length !== 3 || !given.every(Number.isFinite)) {
    throw new RangeError(`Euler angles must be three finite numbers in radians, got [${given.join(", ")}]`);
  }
  const [first, second, third] = axes.map((axis, i) => turnAbout(axis, given[i] as number)) as [
    Quaternion,
    Quaternion,
    Quaternion,
  ];
  const turns: [Quaternion, Quaternion, Quaternion] = isIntrinsic
    ? [first, second, third]
    : [third, second, first];
  return unitQuaternion(multiplyQuaternions(multiplyQuaternions(turns[0], turns[1]), turns[2]));
}

function turnAbout(axis: number, angle: number): Quaternion {
  const turn: [number, number, number, number] = [Math.cos(angle / 2), 0, 0, 0];
  turn[axis + 1] = Math.sin(angle / 2);
  return turn;
}

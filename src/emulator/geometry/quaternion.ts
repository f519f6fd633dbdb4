import type { Mat3 } from "./mat3.ts";
import { radians } from "./radians.ts";
import type { Vec3 } from "./vec3.ts";

/** A unit quaternion w, x, y, z that stands for a rotation. */
export type Quaternion = readonly [w: number, x: number, y: number, z: number];

/** The rotation that does nothing. */
export const IDENTITY: Quaternion = [1, 0, 0, 0];

/** The Hamilton product: rotate by `b` first, then by `a`. */
export function compose(a: Quaternion, b: Quaternion): Quaternion {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

/** Rotations about x, then y, then z, each by an angle in degrees, about fixed axes. */
export function fromEulerDegrees([x, y, z]: Vec3): Quaternion {
  const [ax, ay, az] = [radians(x) / 2, radians(y) / 2, radians(z) / 2];
  const aboutX: Quaternion = [Math.cos(ax), Math.sin(ax), 0, 0];
  const aboutY: Quaternion = [Math.cos(ay), 0, Math.sin(ay), 0];
  const aboutZ: Quaternion = [Math.cos(az), 0, 0, Math.sin(az)];
  return compose(aboutZ, compose(aboutY, aboutX));
}

/** The rotation matrix of a unit quaternion. */
export function toMatrix([w, x, y, z]: Quaternion): Mat3 {
  return [
    [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ];
}

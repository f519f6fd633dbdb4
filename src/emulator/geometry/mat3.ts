import type { Vec3 } from "./vec3.ts";
import { dot } from "./vec3.ts";

/** A 3×3 matrix as three rows. */
export type Mat3 = readonly [Vec3, Vec3, Vec3];

/** The transpose of a matrix; for a rotation, its inverse. */
export function transpose([a, b, c]: Mat3): Mat3 {
  return [
    [a[0], b[0], c[0]],
    [a[1], b[1], c[1]],
    [a[2], b[2], c[2]],
  ];
}

/** The matrix times a column vector. */
export function transform(m: Mat3, v: Vec3): Vec3 {
  return [dot(m[0], v), dot(m[1], v), dot(m[2], v)];
}

/** The product `a · b`. */
export function multiply(a: Mat3, b: Mat3): Mat3 {
  const columns = transpose(b);
  return [transform(columns, a[0]), transform(columns, a[1]), transform(columns, a[2])];
}

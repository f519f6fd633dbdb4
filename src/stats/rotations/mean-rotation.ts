import { nearestQuaternion } from "./nearest-quaternion.ts";
import { quaternionToMatrix } from "./quaternion-to-matrix.ts";
import type { Quaternion } from "./rotation-types.ts";

/** What a cosine may be off by; an angle of less than 0.000004 degrees. */
const ROUNDING = 8 * Number.EPSILON;

/** What {@link meanRotation} gives. */
export interface MeanRotation {
  /** The mean as `[w, x, y, z]`; null where there are no rotations. */
  mean: Quaternion | null;
  /** How far the rotations spread, in radians: 0 where all are the same, at most 2π/3; null where there are none. */
  spread: number | null;
}

/**
 * The mean of rotations and how far they spread about it.
 *
 * The mean is the chordal L2 mean: the rotation with the least sum of squared distances from the others, cell by cell of
 * the matrices (Hartley, Trumpf, Dai and Li, "Rotation averaging", IJCV 103 (2013)), which is also Markley's average of
 * quaternions. The spread is the angle whose cosine is the mean cosine of the angles between the rotations and their
 * mean; for small angles, that is their root mean square.
 *
 * @param quaternions Each `[w, x, y, z]`, of any length but 0; a quaternion and its negative are the same rotation.
 * @throws {RangeError} When one is no quaternion.
 * @example
 * ```ts
 * meanRotation([[1, 0, 0, 0], [Math.SQRT1_2, 0, 0, Math.SQRT1_2]]); // {
 * //   mean: [0.9238…, 0, 0, 0.3826…], spread: 0.7853…
 * // }
 * ```
 */
export function meanRotation(quaternions: Iterable<ArrayLike<number>>): MeanRotation {
  const sum = new Float64Array(9);
  let count = 0;
  for (const quaternion of quaternions) {
    quaternionToMatrix(quaternion).forEach((cell, i) => {
      sum[i] = (sum[i] as number) + cell;
    });
    count++;
  }
  return count === 0 ? { mean: null, spread: null } : meanOfMatrix(sum.map((cell) => cell / count));
}

/** The mean and spread of rotations of which the mean matrix, cell by cell, is known. */
export function meanOfMatrix(matrix: ArrayLike<number>): { mean: Quaternion; spread: number } {
  const { quaternion, fit } = nearestQuaternion(matrix);
  // Cells that were rounded give a cosine beyond 1.
  const cosine = Math.min(1, Math.max(-1, (fit - 1) / 2));
  return { mean: quaternion, spread: 1 - cosine < ROUNDING ? 0 : Math.acos(cosine) };
}

import { radians } from "./radians.ts";
import type { Vec3 } from "./vec3.ts";

/** A box that stands upright and is turned about the vertical. */
export interface OrientedBox {
  /** Metres in the world. */
  center: Vec3;
  /** Half of its width, depth and height in metres. */
  half: Vec3;
  /** Degrees about Z. */
  yawDeg: number;
}

/** The eight corners of a box: four of the top face, then those below them. */
export function boxCorners({ center, half, yawDeg }: OrientedBox): Vec3[] {
  const [cos, sin] = [Math.cos(radians(yawDeg)), Math.sin(radians(yawDeg))];
  const face: readonly (readonly [number, number])[] = [
    [-half[0], -half[1]],
    [half[0], -half[1]],
    [half[0], half[1]],
    [-half[0], half[1]],
  ];
  return [half[2], -half[2]].flatMap((z) =>
    face.map(([x, y]): Vec3 => [center[0] + x * cos - y * sin, center[1] + x * sin + y * cos, center[2] + z]),
  );
}

/** A direction of the world in the frame of a box. */
export function intoBox({ yawDeg }: OrientedBox, [x, y, z]: Vec3): Vec3 {
  const [cos, sin] = [Math.cos(radians(yawDeg)), Math.sin(radians(yawDeg))];
  return [x * cos + y * sin, y * cos - x * sin, z];
}

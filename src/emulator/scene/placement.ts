import { radians } from "../geometry/radians.ts";
import type { Vec3 } from "../geometry/vec3.ts";

/** Where the avatar stands in the world and which way the camera looks at it. */
export interface Placement {
  /** The point on the floor that the camera aims at. */
  spot: Vec3;
  /** Degrees about Z; the camera stands at the negative y side of the spot in the room's frame. */
  yawDeg: number;
}

/** A point of the room's frame, whose origin is the spot, in the world. */
export function toWorld({ spot, yawDeg }: Placement, [x, y, z]: Vec3): Vec3 {
  const [cos, sin] = [Math.cos(radians(yawDeg)), Math.sin(radians(yawDeg))];
  return [spot[0] + x * cos - y * sin, spot[1] + x * sin + y * cos, z];
}

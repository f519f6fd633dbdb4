import type { Vec3 } from "../geometry/vec3.ts";
import type { PoseAngles } from "./motion.ts";

/** The rotation that a mirror between left and right shows. */
export function mirrorAngle([x, y, z]: Vec3): Vec3 {
  return [x, -y, -z];
}

/** The joint on the other side; joints of the middle stay. */
export function otherSide(joint: string): string {
  if (joint.startsWith("left_")) return joint.replace("left_", "right_");
  return joint.replace("right_", "left_");
}

/** The pose with left and right exchanged. */
export function mirrorPose(angles: PoseAngles): PoseAngles {
  return Object.fromEntries(
    Object.entries(angles).map(([joint, angle]) => [otherSide(joint), mirrorAngle(angle)]),
  );
}

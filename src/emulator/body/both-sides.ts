import type { Vec3 } from "../geometry/vec3.ts";
import { mirrorAngle } from "./mirror-pose.ts";
import type { PoseAngles } from "./motion.ts";

const SIDED = new Set(["hip", "knee", "ankle", "shoulder", "elbow", "wrist"]);

/** A pose with names such as `hip` given to the left and, mirrored, to the right; named sides win. */
export function bothSides(angles: PoseAngles): PoseAngles {
  const result: Record<string, Vec3> = {};
  for (const [joint, angle] of Object.entries(angles)) {
    if (!SIDED.has(joint)) continue;
    result[`left_${joint}`] = angle;
    result[`right_${joint}`] = mirrorAngle(angle);
  }
  for (const [joint, angle] of Object.entries(angles)) if (!SIDED.has(joint)) result[joint] = angle;
  return result;
}

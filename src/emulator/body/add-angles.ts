import { add, type Vec3 } from "../geometry/vec3.ts";
import type { PoseAngles } from "./motion.ts";

/** The sums of two poses' angles, joint by joint. */
export function addAngles(pose: PoseAngles, change: PoseAngles): PoseAngles {
  const sums: Record<string, Vec3> = { ...pose };
  for (const [joint, angle] of Object.entries(change)) sums[joint] = add(pose[joint] ?? [0, 0, 0], angle);
  return sums;
}

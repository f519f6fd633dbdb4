import { add, type Vec3 } from "../geometry/vec3.ts";
import type { Motion, PoseAngles } from "./motion-table.ts";

const REST: Vec3 = [0, 0, 0];

/**
 * The joint angles at a repetition count: whole numbers are the start pose, halves the peak pose.
 * The sway is added on top.
 */
export function motionAngles(motion: Motion, repCount: number, sway: PoseAngles = {}): PoseAngles {
  const share = (1 - Math.cos(2 * Math.PI * repCount)) / 2;
  const angles: Record<string, Vec3> = {};
  for (const name of new Set([...Object.keys(motion.start), ...Object.keys(motion.peak)])) {
    const start = motion.start[name] ?? REST;
    const peak = motion.peak[name] ?? REST;
    const [x, y, z] = [0, 1, 2].map((i) => (start[i] ?? 0) + share * ((peak[i] ?? 0) - (start[i] ?? 0)));
    angles[name] = [x ?? 0, y ?? 0, z ?? 0];
  }
  for (const [name, angle] of Object.entries(sway)) angles[name] = add(angles[name] ?? REST, angle);
  return angles;
}

import type { Vec3 } from "../geometry/vec3.ts";
import { addAngles } from "./add-angles.ts";
import { keyBefore } from "./key-before.ts";
import type { Motion, PoseAngles } from "./motion.ts";

const REST: Vec3 = [0, 0, 0];

function between(from: Vec3, to: Vec3, share: number): Vec3 {
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}

/**
 * The joint angles at a repetition count: whole numbers are the start pose, halves the peak pose.
 * Joints come to rest in every key pose. The sway is added on top.
 */
export function motionAngles(motion: Motion, repCount: number, sway: PoseAngles = {}): PoseAngles {
  const { keys, index, share } = keyBefore(motion, repCount);
  const from = keys[index]?.angles ?? {};
  const to = keys[index + 1]?.angles ?? from;
  const eased = (1 - Math.cos(Math.PI * share)) / 2;
  const angles: Record<string, Vec3> = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    angles[name] = between(from[name] ?? REST, to[name] ?? REST, eased);
  }
  return addAngles(angles, sway);
}

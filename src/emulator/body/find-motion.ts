import type { Vec3 } from "../geometry/vec3.ts";
import { MOTIONS, type Motion, type PoseAngles } from "./motion-table.ts";

const SIDED = new Set(["hip", "knee", "ankle", "shoulder", "elbow", "wrist"]);

function mirrored([x, y, z]: Vec3): Vec3 {
  return [x, -y, -z];
}

function perJoint(angles: PoseAngles): Record<string, Vec3> {
  const result: Record<string, Vec3> = {};
  for (const [name, angle] of Object.entries(angles)) {
    if (!SIDED.has(name)) continue;
    result[`left_${name}`] = angle;
    result[`right_${name}`] = mirrored(angle);
  }
  for (const [name, angle] of Object.entries(angles)) if (!SIDED.has(name)) result[name] = angle;
  return result;
}

function swapSides(angles: PoseAngles): PoseAngles {
  const swapped = Object.entries(angles).map(([name, angle]) => {
    if (name.startsWith("left_")) return [name.replace("left_", "right_"), mirrored(angle)];
    if (name.startsWith("right_")) return [name.replace("right_", "left_"), mirrored(angle)];
    return [name, mirrored(angle)];
  });
  return Object.fromEntries(swapped);
}

/**
 * The motion of an exercise, with every angle given per joint. Exercises of one side move that side's
 * limbs only.
 *
 * @throws RangeError for an exercise of no known family.
 */
export function findMotion(exercise: string): Motion {
  const motion = MOTIONS[exercise.split("-")[0] ?? ""];
  if (!motion) throw new RangeError(`Cannot animate exercise "${exercise}": its family is not known`);
  const start = perJoint(motion.start);
  const peak = perJoint(motion.peak);
  const side = /-(LEFT|RIGHT)$/.exec(exercise)?.[1];
  if (side === undefined) return { seconds: motion.seconds, start, peak };
  if (!Object.keys(motion.peak).some((name) => name.startsWith("left_"))) {
    for (const name of Object.keys(peak)) {
      if (name.startsWith("right_")) peak[name] = start[name] ?? [0, 0, 0];
    }
  }
  if (side === "LEFT") return { seconds: motion.seconds, start, peak };
  return { seconds: motion.seconds, start: swapSides(start), peak: swapSides(peak) };
}

import { mirrorPose, otherSide } from "./mirror-pose.ts";
import type { Motion } from "./motion.ts";

/** The motion with left and right exchanged. */
export function mirrorMotion({ seconds, repetitions }: Motion): Motion {
  return {
    seconds,
    repetitions: repetitions.map((keys) =>
      keys.map(({ at, angles, planted }) => ({
        at,
        angles: mirrorPose(angles),
        planted: planted.map(otherSide),
      })),
    ),
  };
}

import { bothSides } from "./both-sides.ts";
import { mirrorMotion } from "./mirror-motion.ts";
import type { KeyPose, Motion, PoseAngles } from "./motion.ts";

/** A row of a list of key poses: when, which, and the joints that stay planted until the next. */
export type KeyRow = readonly [at: number, angles: PoseAngles, planted: readonly string[]];

/** A motion through some key poses and back to the first. */
export function sequence(seconds: number, rows: readonly KeyRow[]): Motion {
  const keys = rows.map(([at, angles, planted]): KeyPose => ({ at, angles: bothSides(angles), planted }));
  const [first] = keys;
  return { seconds, repetitions: [first ? [...keys, { ...first, at: 1 }] : []] };
}

/** A motion from a start pose to a peak pose and back, over the same planted joints. */
export function cycle(
  seconds: number,
  planted: readonly string[],
  [start, peak]: readonly [start: PoseAngles, peak: PoseAngles],
): Motion {
  return sequence(seconds, [
    [0, start, planted],
    [0.5, peak, planted],
  ]);
}

/** A motion that does one repetition with the left side, the next with the right. */
export function alternating(motion: Motion): Motion {
  return { ...motion, repetitions: [...motion.repetitions, ...mirrorMotion(motion).repetitions] };
}

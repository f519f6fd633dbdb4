import type { KeyPose, Motion } from "./motion.ts";

/** A moment of a motion, as its place between two key poses. */
export interface MotionMoment {
  /** Which of the motion's lists of key poses plays. */
  repetition: number;
  keys: readonly KeyPose[];
  /** The key pose that the motion has left; the next one is what it goes to. */
  index: number;
  /** Share (0 to 1) of the way to the next key pose. */
  share: number;
}

/** Finds the key pose that a motion has left at a repetition count. */
export function keyBefore({ repetitions }: Motion, repCount: number): MotionMoment {
  const repetition = Math.floor(repCount) % repetitions.length;
  const keys = repetitions[repetition] ?? [];
  const at = repCount - Math.floor(repCount);
  const next = keys.findIndex((key) => key.at > at);
  const index = Math.max(0, next - 1);
  const [from, to] = [keys[index]?.at ?? 0, keys[index + 1]?.at ?? 1];
  return { repetition, keys, index, share: (at - from) / (to - from) };
}

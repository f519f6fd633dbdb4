import type { Vec3 } from "../geometry/vec3.ts";

/**
 * Rotations of joints in degrees about the parent's x, then y, then z axis. About x, positive bends limbs
 * forward and the trunk back; about y, positive lifts a left limb sideways; about z, positive turns left.
 * `root` turns the whole body. A joint that is not named is at rest.
 */
export type PoseAngles = Readonly<Record<string, Vec3>>;

/** A pose that a repetition goes through. */
export interface KeyPose {
  /** When, as a share (0 to 1) of the repetition. */
  at: number;
  angles: PoseAngles;
  /** The joints that stay where they are on the floor until the next key pose. */
  planted: readonly string[];
}

/** An exercise as it is done without end. */
export interface Motion {
  /** How long one repetition takes at baseline speed. */
  seconds: number;
  /**
   * The key poses of one repetition after the other, over and over: one list, or two where the sides
   * alternate. Every list begins at share 0 and ends at share 1, in the same pose.
   */
  repetitions: readonly (readonly KeyPose[])[];
}

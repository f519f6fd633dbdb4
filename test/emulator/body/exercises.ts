import { animateBody } from "../../../src/emulator/body/animate-body.ts";
import { type BodyShape, bodyShape } from "../../../src/emulator/body/body-shape.ts";
import { findMotion } from "../../../src/emulator/body/find-motion.ts";
import { jointIndex } from "../../../src/emulator/body/joints.ts";
import type { PoseAngles } from "../../../src/emulator/body/motion.ts";
import type { BodyPose } from "../../../src/emulator/body/pose-body.ts";
import { GENERATORS } from "../../../src/emulator/generators/generators.ts";

type Place = readonly [x: number, y: number, z: number];

/** A body of mean proportions. */
export const MEAN: BodyShape = { height: 1, width: 1, girth: 1, shoulders: 1, hips: 1 };

/** Every exercise of every generator. */
export const EXERCISES: readonly string[] = [
  ...new Set(
    [...GENERATORS.values()].flatMap(({ info }) => {
      const choices = info.params.find(({ name }) => name === "exercise")?.options?.choices ?? [];
      return choices.map(String);
    }),
  ),
];

/** Plays an exercise with a body that stands at the origin and faces +Y. */
export function play(
  exercise: string,
  shape: BodyShape = MEAN,
): (repCount: number, sway?: PoseAngles) => BodyPose {
  return animateBody(findMotion(exercise), { shape, location: [0, 0, 0], yawDeg: 0 });
}

/** Where a joint is. */
export function placeOf(pose: BodyPose, joint: string): Place {
  return pose.positions[jointIndex(joint)]!;
}

/** The distance between two places. */
export function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - b[i]!));
}

/** The farthest that any joint is from where another pose has it. */
export function largestMove(a: BodyPose, b: BodyPose): number {
  return Math.max(...a.positions.map((position, i) => distance(position, b.positions[i]!)));
}

/** A body of a gender, height and weight. */
export function person(gender: string, relativeHeight: number, relativeWeight: number): BodyShape {
  return bodyShape({ gender, relativeHeight, relativeWeight });
}

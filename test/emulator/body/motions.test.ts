import { describe, expect, test } from "vitest";
import { findMotion } from "../../../src/emulator/body/find-motion.ts";
import { JOINTS } from "../../../src/emulator/body/joints.ts";
import { motionAngles } from "../../../src/emulator/body/motion-angles.ts";
import type { BodyPose } from "../../../src/emulator/body/pose-body.ts";
import { thickness } from "../../../src/emulator/body/thickness.ts";
import { distance, EXERCISES, largestMove, placeOf, play } from "./exercises.ts";

const COUNTS = Array.from({ length: 41 }, (_, i) => i / 20);

/** Degrees about x, y and z that people's joints reach, of the left side. */
const LIMITS: Readonly<Record<string, readonly (readonly [low: number, high: number])[]>> = {
  hip: [
    [-30, 135],
    [-30, 45],
    [-10, 75],
  ],
  knee: [
    [-145, 0],
    [0, 0],
    [0, 0],
  ],
  ankle: [
    [-50, 45],
    [0, 0],
    [0, 0],
  ],
  shoulder: [
    [-45, 185],
    [-40, 95],
    [-80, 100],
  ],
  elbow: [
    [0, 150],
    [0, 0],
    [0, 0],
  ],
  wrist: [
    [-20, 20],
    [-10, 90],
    [-95, 95],
  ],
};

const SINGLE_ARM = EXERCISES.filter((name) => name.includes("SINGLE_ARM") && name.endsWith("-LEFT"));
const ON_THE_FLOOR = /^(BEAR|BIRD|BRIDGE|CLAM|CRUNCH|DONKEY|DOWN|LEG_RAISE|PUSHUP|SITUP|SUPERMAN|V_UP)/;

function mirrored(pose: BodyPose): number[][] {
  return JOINTS.map(({ name }) => {
    const other = name.replace(/^(left|right)_/, (side) => (side === "left_" ? "right_" : "left_"));
    const [x, y, z] = placeOf(pose, other);
    return [-x, y, z];
  });
}

function expectMirror(one: BodyPose, other: BodyPose): void {
  mirrored(one).forEach((place, i) => {
    expect(distance(place, other.positions[i]!)).toBeLessThan(1e-9);
  });
}

describe("every exercise", () => {
  test.each(EXERCISES)("%s moves from its start pose to its peak and back, without jumps", (exercise) => {
    const poseAt = play(exercise);
    for (const whole of [1, 2, 7]) expect(largestMove(poseAt(whole), poseAt(0))).toBeLessThan(1e-9);
    expect(largestMove(poseAt(0.5), poseAt(0))).toBeGreaterThan(0.05);
    const ends = findMotion(exercise).repetitions.flatMap((keys, rep) => keys.map(({ at }) => rep + at));
    for (const end of ends.filter((count) => count > 0)) {
      expect(largestMove(poseAt(end - 1e-6), poseAt(end + 1e-6))).toBeLessThan(1e-5);
    }
  });

  test.each(EXERCISES)(
    "%s keeps joints within what people can do, on the floor and not below it",
    (exercise) => {
      const motion = findMotion(exercise);
      const poseAt = play(exercise);
      for (const count of COUNTS) {
        for (const [joint, angles] of Object.entries(motionAngles(motion, count))) {
          const limits = LIMITS[joint.replace(/^(left|right)_/, "")];
          const mirror = joint.startsWith("right_") ? -1 : 1;
          limits?.forEach(([low, high], axis) => {
            const angle = axis === 0 ? angles[0] : mirror * angles[axis]!;
            expect(angle, `${joint} about axis ${axis} at ${count}`).toBeGreaterThanOrEqual(low);
            expect(angle, `${joint} about axis ${axis} at ${count}`).toBeLessThanOrEqual(high);
          });
        }
        const pose = poseAt(count);
        const skin = JOINTS.map(({ name }) => placeOf(pose, name)[2] - thickness(name));
        expect(Math.min(...skin)).toBeCloseTo(0, 9);
      }
    },
  );

  test("starts on the floor or on the feet, as people do it", () => {
    for (const exercise of EXERCISES) {
      const start = play(exercise)(0);
      const [pelvis, foot] = [placeOf(start, "pelvis")[2], placeOf(start, "left_foot")[2]];
      if (ON_THE_FLOOR.test(exercise)) expect(pelvis, exercise).toBeLessThan(0.55);
      else expect(pelvis - foot, exercise).toBeGreaterThan(0.7);
    }
  });

  test("plants hands and feet that carry the body", () => {
    const slide = (exercise: string, joint: string): number => {
      const poseAt = play(exercise);
      const [x, y] = placeOf(poseAt(0), joint);
      return Math.max(...COUNTS.map((count) => distance(placeOf(poseAt(count), joint).slice(0, 2), [x, y])));
    };
    for (const exercise of EXERCISES) {
      if (ON_THE_FLOOR.test(exercise) || /^(BURPEE|LUNGE|SPLIT)/.test(exercise)) continue;
      expect(slide(exercise, "left_foot"), exercise).toBeLessThan(0.03);
    }
    for (const exercise of ["PUSHUP", "PUSHUP-CLOSE_GRIP", "BEAR_CRAWL-HOLDS", "DONKEY_KICK-LEFT"])
      for (const hand of ["left_wrist", "right_wrist"])
        expect(slide(exercise, hand), exercise).toBeLessThan(0.08);
    for (const foot of ["left_foot", "right_foot"]) expect(slide("BRIDGE", foot)).toBeLessThan(0.01);
    expect(slide("SPLIT_SQUAT-SINGLE_ARM-DUMBBELL-LEFT", "left_foot")).toBeLessThan(1e-9);
  });
});

describe("sides", () => {
  test("an exercise of the right side is the mirror image of the left one's", () => {
    const lefts = EXERCISES.filter((name) => name.endsWith("-LEFT"));
    expect(lefts.length).toBeGreaterThan(5);
    for (const left of lefts) {
      const [one, other] = [play(left), play(left.replace(/LEFT$/, "RIGHT"))];
      for (const count of [0, 0.3, 0.5, 0.8]) expectMirror(one(count), other(count));
    }
  });

  test.each(SINGLE_ARM)("%s leaves the other arm at rest", (exercise) => {
    const motion = findMotion(exercise);
    for (const joint of ["right_shoulder", "right_elbow", "right_wrist"]) {
      expect(motionAngles(motion, 0.5)[joint]).toEqual(motionAngles(motion, 0)[joint]);
    }
    const knee = (count: number): number => motionAngles(motion, count).right_knee?.[0] ?? 0;
    if (exercise.startsWith("SPLIT_SQUAT")) expect(knee(0.5)).toBeLessThan(knee(0) - 40);
    else expect(motionAngles(motion, 0.5).left_elbow).not.toEqual(motionAngles(motion, 0).left_elbow);
  });

  test.each([
    ["BICEP_CURL-ALTERNATING-DUMBBELL", "left_wrist", "right_wrist"],
    ["BIRD_DOG", "left_wrist", "right_wrist"],
    ["LUNGE-CROSSBACK", "left_ankle", "right_ankle"],
  ])("%s does even repetitions with the left side, odd ones with the right", (exercise, left, right) => {
    const poseAt = play(exercise);
    for (const count of [0.2, 0.5, 0.9]) expectMirror(poseAt(count), poseAt(count + 1));
    const moved = (joint: string, count: number): number =>
      distance(placeOf(poseAt(count), joint), placeOf(poseAt(0), joint));
    expect(moved(left, 0.5)).toBeGreaterThan(moved(right, 0.5) + 0.2);
    expect(moved(right, 1.5)).toBeGreaterThan(moved(left, 1.5) + 0.2);
    expect(moved(left, 2.5)).toBeCloseTo(moved(left, 0.5), 9);
  });

  test("a bird dog stretches the arm of one side and the leg of the other", () => {
    const pose = play("BIRD_DOG")(0.5);
    expect(placeOf(pose, "left_wrist")[2]).toBeGreaterThan(0.4);
    expect(placeOf(pose, "right_ankle")[2]).toBeGreaterThan(0.3);
    expect(placeOf(pose, "right_wrist")[2]).toBeLessThan(0.1);
    expect(placeOf(pose, "left_knee")[2]).toBeLessThan(0.1);
  });
});

describe("variants", () => {
  const peak = (exercise: string): BodyPose => play(exercise)(0.5);
  const breadth = (pose: BodyPose, joint: string): number =>
    placeOf(pose, `right_${joint}`)[0] - placeOf(pose, `left_${joint}`)[0];

  test("a sumo squat stands wider, with the weight at the chest", () => {
    expect(breadth(peak("SQUAT-GOBLET+SUMO-DUMBBELL"), "foot")).toBeGreaterThan(
      2 * breadth(peak("SQUAT-BODYWEIGHT"), "foot"),
    );
    expect(breadth(peak("SQUAT-GOBLET+SUMO-DUMBBELL"), "wrist")).toBeLessThan(0.2);
    const back = peak("SQUAT-BACK-BARBELL");
    expect(placeOf(back, "left_wrist")[2]).toBeGreaterThan(placeOf(back, "left_shoulder")[2] - 0.05);
  });

  test("a close grip keeps the elbows at the body", () => {
    expect(breadth(peak("PUSHUP-CLOSE_GRIP"), "elbow")).toBeLessThan(0.7 * breadth(peak("PUSHUP"), "elbow"));
  });

  test("an explosive push-up is quicker, and its hands leave the floor", () => {
    expect(findMotion("PUSHUP-EXPLOSIVE").seconds).toBeLessThan(findMotion("PUSHUP").seconds);
    const highest = (exercise: string): number =>
      Math.max(...COUNTS.map((count) => placeOf(play(exercise)(count), "left_wrist")[2]));
    expect(highest("PUSHUP-EXPLOSIVE")).toBeGreaterThan(highest("PUSHUP") + 0.05);
  });

  test("a bear crawl holds its knees just above the floor", () => {
    const knee = (count: number): number => placeOf(play("BEAR_CRAWL-HOLDS")(count), "left_knee")[2];
    expect(knee(0)).toBeLessThan(0.1);
    for (const count of [0.25, 0.5, 0.75]) expect(knee(count)).toBeCloseTo(knee(0.5), 9);
    expect(knee(0.5)).toBeGreaterThan(0.13);
  });

  test("a burpee goes through a squat and a plank on planted hands", () => {
    const poseAt = play("BURPEE");
    expect(placeOf(poseAt(0.2), "pelvis")[2]).toBeLessThan(0.5);
    const [squat, plank] = [placeOf(poseAt(0.2), "left_wrist"), placeOf(poseAt(0.38), "left_wrist")];
    expect(distance(squat.slice(0, 2), plank.slice(0, 2))).toBeLessThan(0.08);
    const legs = distance(placeOf(poseAt(0.38), "left_ankle"), placeOf(poseAt(0.38), "left_hip"));
    expect(legs).toBeGreaterThan(0.75);
  });

  test("a barbell fixes the hands' grip, dumbbells turn", () => {
    const grip = (exercise: string, count: number): number | undefined =>
      motionAngles(findMotion(exercise), count).left_wrist?.[2];
    expect(grip("BICEP_CURL-BARBELL", 0.5)).toBe(grip("BICEP_CURL-BARBELL", 0));
    expect(grip("BICEP_CURL-DUMBBELL", 0.5)).not.toBe(grip("BICEP_CURL-DUMBBELL", 0));
  });
});

describe("findMotion()", () => {
  test("refuses an exercise that it does not know", () => {
    expect(() => findMotion("JUGGLING-BALLS")).toThrow(
      new RangeError('Cannot animate exercise "JUGGLING-BALLS": its motion is not known'),
    );
  });
});

import { describe, expect, test } from "vitest";
import { findMotion } from "../../../src/emulator/body/find-motion.ts";
import { JOINTS } from "../../../src/emulator/body/joints.ts";
import { motionAngles } from "../../../src/emulator/body/motion-angles.ts";
import { poseBody } from "../../../src/emulator/body/pose-body.ts";
import { GENERATORS } from "../../../src/emulator/generators/generators.ts";

const shape = { height: 1, width: 1, girth: 1 };

function exercises(): string[] {
  const names = [...GENERATORS.values()].flatMap(
    ({ info }) => info.params.find(({ name }) => name === "exercise")?.options?.choices ?? [],
  );
  return [...new Set(names.map(String))];
}

describe("findMotion()", () => {
  test("knows every exercise of every generator, each with a body on the floor that keeps its bones", () => {
    expect(exercises().length).toBeGreaterThan(35);
    for (const exercise of exercises()) {
      const motion = findMotion(exercise);
      expect(motion.start).not.toEqual(motion.peak);
      for (const repCount of [0, 0.3, 0.5]) {
        const { positions } = poseBody(motionAngles(motion, repCount), {
          shape,
          location: [0, 0, 0],
          yawDeg: 30,
        });
        expect(Math.min(...positions.map(([, , z]) => z))).toBeCloseTo(0.03, 9);
        JOINTS.forEach(({ rest, parent }, i) => {
          if (parent < 0) return;
          const length = (a: readonly number[], b: readonly number[]): number =>
            Math.hypot(...a.map((v, k) => v - b[k]!));
          expect(length(positions[i]!, positions[parent]!)).toBeCloseTo(
            length(rest, JOINTS[parent]!.rest),
            9,
          );
        });
      }
    }
  });

  test("moves one side only where the exercise says so", () => {
    const left = findMotion("UPPERCUT-LEFT");
    expect(left.peak.right_shoulder).toEqual(left.start.right_shoulder);
    expect(left.peak.left_shoulder).toEqual([92, 0, 0]);
    const right = findMotion("UPPERCUT-RIGHT");
    expect(right.peak.right_shoulder?.[0]).toBe(92);
    expect(right.peak.left_shoulder?.[0]).toBe(-12);
    const both = findMotion("BICEP_CURL-BARBELL");
    expect(both.peak.left_elbow?.[0]).toBe(138);
    expect(both.peak.right_elbow?.[0]).toBe(138);
  });

  test("refuses an exercise of no known family", () => {
    expect(() => findMotion("JUGGLING-BALLS")).toThrow(RangeError);
  });
});

describe("JOINTS", () => {
  test("are the 55 joints of SMPL-X, parents first", () => {
    expect(JOINTS).toHaveLength(55);
    expect(new Set(JOINTS.map(({ name }) => name)).size).toBe(55);
    JOINTS.forEach(({ parent }, i) => {
      expect(parent).toBeLessThan(i);
    });
    const parentOf = (name: string): string | undefined =>
      JOINTS[JOINTS.find((joint) => joint.name === name)!.parent]?.name;
    expect(
      ["left_hip", "right_foot", "left_collar", "right_shoulder", "jaw", "left_thumb1", "right_pinky3"].map(
        parentOf,
      ),
    ).toEqual(["pelvis", "right_ankle", "spine3", "right_collar", "head", "left_wrist", "right_pinky2"]);
  });
});

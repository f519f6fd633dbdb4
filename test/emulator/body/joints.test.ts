import { describe, expect, test } from "vitest";
import { JOINTS, jointIndex } from "../../../src/emulator/body/joints.ts";

describe("JOINTS", () => {
  test("are the 55 joints of SMPL-X, parents first", () => {
    expect(JOINTS).toHaveLength(55);
    expect(new Set(JOINTS.map(({ name }) => name)).size).toBe(55);
    JOINTS.forEach(({ parent }, i) => {
      expect(parent).toBeLessThan(i);
    });
    const parentOf = (name: string): string | undefined => JOINTS[JOINTS[jointIndex(name)]!.parent]?.name;
    expect(
      ["left_hip", "right_foot", "left_collar", "right_shoulder", "jaw", "left_thumb1", "right_pinky3"].map(
        parentOf,
      ),
    ).toEqual(["pelvis", "right_ankle", "spine3", "right_collar", "head", "left_wrist", "right_pinky2"]);
  });
});

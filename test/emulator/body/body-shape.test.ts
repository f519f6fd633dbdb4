import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JOINTS } from "../../../src/emulator/body/joints.ts";
import { makeKinematicNoise } from "../../../src/emulator/body/kinematic-noise.ts";
import type { BodyPose } from "../../../src/emulator/body/pose-body.ts";
import { makeRandom } from "../../../src/emulator/random/make-random.ts";
import { distance, EXERCISES, person, placeOf, play } from "./exercises.ts";

const BONES = JOINTS.filter(({ parent }) => parent >= 0).map(({ name, parent }) => ({
  name,
  above: JOINTS[parent]!.name,
}));

function boneLengths(pose: BodyPose): number[] {
  return BONES.map(({ name, above }) => distance(placeOf(pose, name), placeOf(pose, above)));
}

const deviation = fc.double({ min: -4, max: 4, noNaN: true });
const gender = fc.constantFrom("MALE", "FEMALE");

describe("a body", () => {
  test("keeps the length of every bone through every motion, with noise", () => {
    const moment = fc.record({
      exercise: fc.constantFrom(...EXERCISES),
      gender,
      height: deviation,
      weight: deviation,
      count: fc.double({ min: 0, max: 5, noNaN: true }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(moment, ({ exercise, gender, height, weight, count, seed }) => {
        const shape = person(gender, height, weight);
        const poseAt = play(exercise, shape);
        const sway = makeKinematicNoise(makeRandom(seed), 2);
        const rest = boneLengths(play("SQUAT-BODYWEIGHT", shape)(0));
        boneLengths(poseAt(count, sway(count))).forEach((length, i) => {
          expect(length, BONES[i]!.name).toBeCloseTo(rest[i]!, 9);
        });
      }),
      { seed: 4 },
    );
  });

  test("has bones that are all longer by the same factor when it is taller", () => {
    fc.assert(
      fc.property(gender, deviation, deviation, (gender, height, weight) => {
        const mean = boneLengths(play("BIRD_DOG", person(gender, 0, weight))(0));
        const tall = boneLengths(play("BIRD_DOG", person(gender, height, weight))(0));
        tall.forEach((length, i) => {
          expect(length / mean[i]!).toBeCloseTo(1 + 0.04 * height, 9);
        });
      }),
      { seed: 5, numRuns: 30 },
    );
  });

  test("is broader and stouter, not taller, when it is heavier", () => {
    const [light, heavy] = [person("MALE", 0, -2), person("MALE", 0, 3)];
    const breadth = (shape: typeof light): number => {
      const pose = play("DEADLIFT-DUMBBELL", shape)(0);
      return distance(placeOf(pose, "left_hip"), placeOf(pose, "right_hip"));
    };
    const tallness = (shape: typeof light): number => {
      const pose = play("DEADLIFT-DUMBBELL", shape)(0);
      return placeOf(pose, "head")[2] - placeOf(pose, "left_foot")[2];
    };
    expect(breadth(heavy)).toBeGreaterThan(1.1 * breadth(light));
    expect(heavy.girth).toBeGreaterThan(1.4 * light.girth);
    expect(tallness(heavy)).toBeCloseTo(tallness(light), 9);
    const arm = (shape: typeof light): number =>
      placeOf(play("DEADLIFT-DUMBBELL", shape)(0), "right_wrist")[0];
    expect(arm(heavy)).toBeGreaterThan(arm(light) + 0.05);
  });

  test("of a woman is shorter, with broader hips for its shoulders", () => {
    const [woman, man] = ["FEMALE", "MALE"].map((gender) =>
      play("DEADLIFT-DUMBBELL", person(gender, 0, 0))(0),
    );
    const breadth = (pose: BodyPose, joint: string): number => placeOf(pose, `right_${joint}`)[0];
    expect(placeOf(woman!, "head")[2]).toBeLessThan(placeOf(man!, "head")[2] - 0.05);
    expect(breadth(woman!, "hip") / breadth(woman!, "shoulder")).toBeGreaterThan(
      1.1 * (breadth(man!, "hip") / breadth(man!, "shoulder")),
    );
  });
});

describe("makeKinematicNoise()", () => {
  test("is nothing at factor 0, twice as much at factor 2, and never jumps", () => {
    for (const seed of [1, 2, 3]) {
      const [none, one, two] = [0, 1, 2].map((factor) => makeKinematicNoise(makeRandom(seed), factor));
      for (const time of [0, 0.7, 12.5]) {
        expect(
          Object.values(none!(time))
            .flat()
            .every((angle) => angle === 0 || Object.is(angle, -0)),
        ).toBe(true);
        const [single, double] = [Object.values(one!(time)).flat(), Object.values(two!(time)).flat()];
        expect(Math.max(...single.map(Math.abs))).toBeGreaterThan(0.5);
        double.forEach((angle, i) => {
          expect(angle).toBeCloseTo(2 * single[i]!, 9);
        });
        const later = Object.values(one!(time + 1e-6)).flat();
        later.forEach((angle, i) => {
          expect(Math.abs(angle - single[i]!)).toBeLessThan(1e-4);
        });
      }
    }
  });
});

import type { Vec3 } from "../geometry/vec3.ts";
import type { Random } from "../random/make-random.ts";
import { uniform } from "../random/uniform.ts";
import type { PoseAngles } from "./motion.ts";

const NOISY = [
  "spine1",
  "spine2",
  "neck",
  ...["hip", "knee", "shoulder", "elbow", "wrist"].flatMap((joint) => [`left_${joint}`, `right_${joint}`]),
];

/** The most degrees that a joint sways about an axis at noise factor 1. */
const LARGEST_DEG = 1.5;

/** Makes a slow sway of the joints, in degrees, as a function of the time in seconds. */
export function makeKinematicNoise(random: Random, factor: number): (time: number) => PoseAngles {
  const waves = NOISY.map((joint) => ({
    joint,
    axes: [0, 1, 2].map(() => ({
      size: factor * uniform(random, [0, LARGEST_DEG]),
      frequency: uniform(random, [0.3, 1.2]),
      phase: uniform(random, [0, 2 * Math.PI]),
    })),
  }));
  return (time) =>
    Object.fromEntries(
      waves.map(({ joint, axes }) => {
        const [x = 0, y = 0, z = 0] = axes.map(
          ({ size, frequency, phase }) => size * Math.sin(2 * Math.PI * frequency * time + phase),
        );
        const angle: Vec3 = [x, y, z];
        return [joint, angle];
      }),
    );
}

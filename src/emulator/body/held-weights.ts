import type { Vec3 } from "../geometry/vec3.ts";
import type { Solid } from "../scene/solid.ts";
import { attachedPoint } from "./attached-point.ts";
import type { BodyPose } from "./pose-body.ts";

/** Metres: half the length of a bar, its radius, and the radius and thickness of the weights at its ends. */
interface BarSize {
  reach: number;
  bar: number;
  weight: number;
  thickness: number;
}

const DUMBBELL: BarSize = { reach: 0.1, bar: 0.014, weight: 0.052, thickness: 0.03 };
const BARBELL: BarSize = { reach: 0.85, bar: 0.016, weight: 0.17, thickness: 0.05 };

/** A bar with weights, given by where the points at a distance from its middle are. */
function weightedBar(along: (distance: number) => Vec3, { reach, bar, weight, thickness }: BarSize): Solid {
  return [
    { from: along(-reach), to: along(reach), radii: [bar, bar], material: "metal" },
    ...[-1, 1].map((side) => ({
      from: along(side * (reach - thickness)),
      to: along(side * reach),
      radii: [weight, weight] as const,
      material: "rubber" as const,
    })),
  ];
}

/** The dumbbells of an exercise, in the order left, right; none where it uses none. */
export function dumbbells(pose: BodyPose, exercise: string): Solid[] {
  if (!exercise.includes("DUMBBELL")) return [];
  const side = /-(LEFT|RIGHT)$/.exec(exercise)?.[1]?.toLowerCase();
  const one = exercise.includes("GOBLET") ? "left" : side;
  const hands = one === undefined ? ["left", "right"] : [one];
  return hands.map((hand) =>
    weightedBar((distance) => attachedPoint(pose, `${hand}_middle1`, [0, distance, 0]), DUMBBELL),
  );
}

/** The barbell of an exercise, through both hands; none where it uses none. Labels do not list it. */
export function barbell(pose: BodyPose, exercise: string): Solid {
  if (!exercise.includes("BARBELL")) return [];
  const left = attachedPoint(pose, "left_middle1", [0, 0, 0]);
  const right = attachedPoint(pose, "right_middle1", [0, 0, 0]);
  const span = Math.hypot(right[0] - left[0], right[1] - left[1], right[2] - left[2]);
  const along = (distance: number): Vec3 => {
    const share = 0.5 + distance / Math.max(span, 1e-6);
    return [
      left[0] + share * (right[0] - left[0]),
      left[1] + share * (right[1] - left[1]),
      left[2] + share * (right[2] - left[2]),
    ];
  };
  return weightedBar(along, BARBELL);
}

import type { BodyShape } from "../../body/body-shape.ts";
import { JOINTS, jointIndex } from "../../body/joints.ts";
import type { BodyPose } from "../../body/pose-body.ts";
import { thickness } from "../../body/thickness.ts";
import { transform } from "../../geometry/mat3.ts";
import { IDENTITY, toMatrix } from "../../geometry/quaternion.ts";
import { add, type Vec3 } from "../../geometry/vec3.ts";
import type { Ball } from "./solid.ts";

/** Where a point fixed to a joint is: the offset is in metres in the joint's own frame. */
export function attachedPoint(pose: BodyPose, joint: string, offset: Vec3): Vec3 {
  const index = jointIndex(joint);
  const turned = transform(toMatrix(pose.rotations[index] ?? IDENTITY), offset);
  return add(pose.positions[index] ?? [0, 0, 0], turned);
}

/** The body as balls around its joints and the crown of its head. */
export function bodyBalls(pose: BodyPose, shape: BodyShape): Ball[] {
  const factor = shape.height * shape.girth;
  const balls = JOINTS.map(({ name }, i) => ({
    center: pose.positions[i] ?? ([0, 0, 0] satisfies Vec3),
    radius: thickness(name) * factor,
  }));
  const crown = attachedPoint(pose, "head", [0, 0, 0.09 * shape.height]);
  return [...balls, { center: crown, radius: 0.08 * shape.height }];
}

/** How far a dumbbell's weights are from the hand, and how thick they are, in metres. */
const DUMBBELL = { reach: 0.11, radius: 0.05 };

/** The dumbbells of an exercise, in the order left, right; none where it uses none. */
export function dumbbells(pose: BodyPose, exercise: string): Ball[][] {
  if (!exercise.includes("DUMBBELL")) return [];
  const side = /-(LEFT|RIGHT)$/.exec(exercise)?.[1]?.toLowerCase();
  const one = exercise.includes("GOBLET") ? "left" : side;
  const hands = one === undefined ? ["left", "right"] : [one];
  return hands.map((hand) =>
    [-1, 1].map((sign) => ({
      center: attachedPoint(pose, `${hand}_middle1`, [0, sign * DUMBBELL.reach, 0]),
      radius: DUMBBELL.radius,
    })),
  );
}

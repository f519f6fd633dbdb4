import { transform } from "../geometry/mat3.ts";
import { IDENTITY, toMatrix } from "../geometry/quaternion.ts";
import { add, type Vec3 } from "../geometry/vec3.ts";
import { jointIndex } from "./joints.ts";
import type { BodyPose } from "./pose-body.ts";

/** Where a point fixed to a joint is: the offset is in metres in the joint's own frame. */
export function attachedPoint(pose: BodyPose, joint: string, offset: Vec3): Vec3 {
  const index = jointIndex(joint);
  const turned = transform(toMatrix(pose.rotations[index] ?? IDENTITY), offset);
  return add(pose.positions[index] ?? [0, 0, 0], turned);
}

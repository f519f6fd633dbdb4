import { jointIndex } from "../../body/joints.ts";
import type { BodyPose } from "../../body/pose-body.ts";
import { compose, fromEulerDegrees, IDENTITY, type Quaternion, toMatrix } from "../../geometry/quaternion.ts";

/**
 * The rotation of a forearm where a watch sits. It turns with the hand about the forearm, and does not bend
 * with the hand.
 */
export function forearmRotation(pose: BodyPose, side: string): Quaternion {
  const above = pose.rotations[jointIndex(`${side}_elbow`)] ?? IDENTITY;
  const [[cosine], [sine]] = toMatrix(pose.locals[jointIndex(`${side}_wrist`)] ?? IDENTITY);
  return compose(above, fromEulerDegrees([0, 0, (Math.atan2(sine, cosine) * 180) / Math.PI]));
}

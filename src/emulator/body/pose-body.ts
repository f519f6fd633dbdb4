import { transform } from "../geometry/mat3.ts";
import { compose, fromEulerDegrees, IDENTITY, type Quaternion, toMatrix } from "../geometry/quaternion.ts";
import { add, type Vec3 } from "../geometry/vec3.ts";
import { type BodyShape, boneOf } from "./body-shape.ts";
import { JOINTS } from "./joints.ts";
import type { PoseAngles } from "./motion.ts";
import { thickness } from "./thickness.ts";

/** Where each joint is; the lists have the order of `JOINTS`. */
export interface BodyPose {
  /** Metres in the world. */
  positions: Vec3[];
  /** Rotation of each joint in the world. */
  rotations: Quaternion[];
  /** Rotation of each joint relative to its parent; the pelvis relative to the world. */
  locals: Quaternion[];
}

/** Options of {@link poseBody}. */
export interface PoseBodyOptions {
  shape: BodyShape;
  /** The place on the floor below the pelvis, in metres. */
  location: Vec3;
  /** Degrees about Z; 0 faces +Y. */
  yawDeg: number;
}

const RADII = JOINTS.map(({ name }) => thickness(name));

/** Bends the skeleton to the angles and sets it on the floor, which its lowest skin touches. */
export function poseBody(angles: PoseAngles, { shape, location, yawDeg }: PoseBodyOptions): BodyPose {
  const pose: BodyPose = { positions: [], rotations: [], locals: [] };
  JOINTS.forEach((joint, i) => {
    const { name, parent } = joint;
    const angle = angles[name];
    let local = angle ? fromEulerDegrees(angle) : IDENTITY;
    if (parent < 0) {
      const root = fromEulerDegrees(angles.root ?? [0, 0, 0]);
      local = compose(compose(fromEulerDegrees([0, 0, yawDeg]), root), local);
    }
    const above = pose.rotations[parent] ?? IDENTITY;
    pose.locals[i] = local;
    pose.rotations[i] = compose(above, local);
    pose.positions[i] = add(
      pose.positions[parent] ?? [0, 0, 0],
      transform(toMatrix(above), boneOf(joint, shape)),
    );
  });
  const stoutness = shape.height * shape.girth;
  const lowest = Math.min(...pose.positions.map(([, , z], i) => z - stoutness * (RADII[i] ?? 0)));
  const shift: Vec3 = [location[0], location[1], location[2] - lowest];
  pose.positions = pose.positions.map((position) => add(position, shift));
  return pose;
}

import { transform } from "../geometry/mat3.ts";
import { compose, fromEulerDegrees, IDENTITY, type Quaternion, toMatrix } from "../geometry/quaternion.ts";
import { add, subtract, type Vec3 } from "../geometry/vec3.ts";
import { type BodyShape, fitToShape } from "./body-shape.ts";
import { JOINTS } from "./joints.ts";
import type { PoseAngles } from "./motion-table.ts";

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
  /** Where the body stands on the floor, in metres. */
  location: Vec3;
  /** Degrees about Z; 0 faces +Y. */
  yawDeg: number;
}

/** Metres between the floor and the lowest joint. */
const CLEARANCE = 0.03;

/** Bends the skeleton to the angles and sets it on the floor. */
export function poseBody(angles: PoseAngles, { shape, location, yawDeg }: PoseBodyOptions): BodyPose {
  const pose: BodyPose = { positions: [], rotations: [], locals: [] };
  JOINTS.forEach(({ name, parent, rest }, i) => {
    const angle = angles[name];
    let local = angle ? fromEulerDegrees(angle) : IDENTITY;
    if (parent < 0) {
      const root = fromEulerDegrees(angles.root ?? [0, 0, 0]);
      local = compose(compose(fromEulerDegrees([0, 0, yawDeg]), root), local);
    }
    const above = pose.rotations[parent] ?? IDENTITY;
    const offset = fitToShape(subtract(rest, JOINTS[parent]?.rest ?? rest), shape);
    pose.locals[i] = local;
    pose.rotations[i] = compose(above, local);
    pose.positions[i] = add(pose.positions[parent] ?? [0, 0, 0], transform(toMatrix(above), offset));
  });
  const lowest = Math.min(...pose.positions.map(([, , z]) => z));
  const shift: Vec3 = [location[0], location[1], location[2] + CLEARANCE - lowest];
  pose.positions = pose.positions.map((position) => add(position, shift));
  return pose;
}

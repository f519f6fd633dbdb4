import { attachedPoint } from "../../body/attached-point.ts";
import type { BodyShape } from "../../body/body-shape.ts";
import { JOINTS } from "../../body/joints.ts";
import { HEAD_POINTS } from "../../body/person-solid.ts";
import type { BodyPose } from "../../body/pose-body.ts";
import { thickness } from "../../body/thickness.ts";
import { type Camera, isInFrame, type Projected, project } from "../../geometry/camera.ts";
import { IDENTITY } from "../../geometry/quaternion.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { scaled, type Vec3 } from "../../geometry/vec3.ts";
import type { Shot } from "../../scene/stage.ts";

/** One labelled point of a person. */
export interface LabelledPoint {
  /** Whole pixels, as the API's labels have them; outside the image where the point is. */
  x: number;
  y: number;
  /** 0 outside the frame, 1 inside but occluded, 2 visible. */
  v: 0 | 1 | 2;
  /** Metres along the line of sight. */
  z: number;
  x_global: number;
  y_global: number;
  z_global: number;
}

/** The order of COCO's 17 keypoints, as names of joints and surface points. */
const COCO_POINTS: readonly string[] = [
  "nose",
  "left_eye_smplhf",
  "right_eye_smplhf",
  "left_ear",
  "right_ear",
  ...["shoulder", "elbow", "wrist", "hip", "knee", "ankle"].flatMap((joint) => [
    `left_${joint}`,
    `right_${joint}`,
  ]),
];

/** How much more than a joint's own flesh may be before it while it still counts as visible, in metres. */
const SLACK = 0.05;

/** Metres of flesh around each joint, and under the skin of the head, of an average body. */
const FLESH = JOINTS.map(({ name }) => thickness(name));
const HEAD_FLESH = thickness("jaw");

/** Options of {@link personPoints}. */
export interface PersonPointsOptions {
  camera: Camera;
  shape: BodyShape;
  shot: Shot;
  /** The person's number in the shot. */
  instance: number;
}

/** Metres to a tenth of a millimetre. */
function exact(metres: number): number {
  return roundTo(metres, 4);
}

/** The keypoints and rotations of a person, as annotations give them. */
export function personPoints(pose: BodyPose, options: PersonPointsOptions): Record<string, unknown> {
  const { camera, shape, shot, instance } = options;
  const girth = shape.height * shape.girth;
  /** A point is visible where its pixel shows the person and nothing much thicker than the flesh around it. */
  function visibility(seen: Projected, flesh: number): LabelledPoint["v"] {
    if (!isInFrame(seen, camera)) return 0;
    const at = Math.max(0, Math.floor(seen.y)) * shot.width + Math.max(0, Math.floor(seen.x));
    const isSeen = shot.instance[at] === instance && seen.depth - (shot.depth[at] ?? 0) <= flesh + SLACK;
    return isSeen ? 2 : 1;
  }
  function labelPoint(position: Vec3, flesh: number): LabelledPoint {
    // Rounding first keeps the pixels the exact projection of the written position.
    const rounded: Vec3 = [exact(position[0]), exact(position[1]), exact(position[2])];
    const seen = project(camera, rounded);
    return {
      x: roundTo(seen.x, 0),
      y: roundTo(seen.y, 0),
      v: visibility(seen, flesh * girth),
      z: exact(seen.depth),
      x_global: rounded[0],
      y_global: rounded[1],
      z_global: rounded[2],
    };
  }
  const armature: Record<string, LabelledPoint> = {};
  const quaternions: Record<string, number[]> = {};
  JOINTS.forEach(({ name }, i) => {
    armature[name] = labelPoint(pose.positions[i] ?? [0, 0, 0], FLESH[i] ?? 0);
    quaternions[name] = (pose.locals[i] ?? IDENTITY).map((value) => roundTo(value, 6));
  });
  const vertices: Record<string, LabelledPoint> = {};
  for (const [name, offset] of Object.entries(HEAD_POINTS)) {
    vertices[name] = labelPoint(attachedPoint(pose, "head", scaled(offset, shape.height)), HEAD_FLESH);
  }
  const points = COCO_POINTS.flatMap((name) => armature[name] ?? vertices[name] ?? []);
  return {
    armature_keypoints: armature,
    vertex_keypoints: vertices,
    quaternions,
    keypoints: points.flatMap(({ x, y, v }) => [x, y, v]),
    num_keypoints: points.filter(({ v }) => v > 0).length,
  };
}

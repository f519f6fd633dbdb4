import { JOINTS } from "../../body/joints.ts";
import type { BodyPose } from "../../body/pose-body.ts";
import { type Camera, project } from "../../geometry/camera.ts";
import { IDENTITY } from "../../geometry/quaternion.ts";
import { roundTo } from "../../geometry/round-to.ts";
import type { Vec3 } from "../../geometry/vec3.ts";
import { PIXEL_DECIMALS } from "../outline-labels.ts";
import { attachedPoint } from "./body-balls.ts";

/** One labelled point of a person. */
export interface LabelledPoint {
  /** Pixels; outside the image where the point is. */
  x: number;
  y: number;
  /** 0 outside the frame, 2 visible. */
  v: 0 | 2;
  /** Metres along the line of sight. */
  z: number;
  x_global: number;
  y_global: number;
  z_global: number;
}

/** Points of the skin, in metres in the frame of the head joint. */
const SURFACE: Readonly<Record<string, Vec3>> = {
  nose: [0, 0.12, 0.02],
  left_ear: [-0.078, 0.01, 0.04],
  right_ear: [0.078, 0.01, 0.04],
};

/** The order of COCO's 17 keypoints, as names of joints and surface points. */
export const COCO_POINTS: readonly string[] = [
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

function labelPoint(position: Vec3, camera: Camera): LabelledPoint {
  // Rounding first keeps the pixels the exact projection of the written position.
  const [x, y, z] = position.map((value) => roundTo(value, 6)) as [number, number, number];
  const seen = project(camera, [x, y, z]);
  const inside =
    seen.depth > 0 && seen.x >= 0 && seen.x < camera.width && seen.y >= 0 && seen.y < camera.height;
  return {
    x: roundTo(seen.x, PIXEL_DECIMALS),
    y: roundTo(seen.y, PIXEL_DECIMALS),
    v: inside ? 2 : 0,
    z: roundTo(seen.depth, 6),
    x_global: x,
    y_global: y,
    z_global: z,
  };
}

/** The keypoints and rotations of a person, as annotations give them. */
export function personPoints(pose: BodyPose, camera: Camera): Record<string, unknown> {
  const armature: Record<string, LabelledPoint> = {};
  const quaternions: Record<string, number[]> = {};
  JOINTS.forEach(({ name }, i) => {
    armature[name] = labelPoint(pose.positions[i] ?? [0, 0, 0], camera);
    quaternions[name] = (pose.locals[i] ?? IDENTITY).map((value) => roundTo(value, 6));
  });
  const vertices: Record<string, LabelledPoint> = {};
  for (const [name, offset] of Object.entries(SURFACE)) {
    vertices[name] = labelPoint(attachedPoint(pose, "head", offset), camera);
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

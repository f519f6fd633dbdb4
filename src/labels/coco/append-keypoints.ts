import { isRecord } from "../../util/is-record.ts";
import type { Row } from "../file-rows.ts";
import { COCO_KEYPOINT_NAMES } from "./coco-keypoint-names.ts";
import type { Instance } from "./instance.ts";
import { nearestNumber } from "./nearest-number.ts";
import { numbersIn } from "./numbers-in.ts";

const NONE: Readonly<Row> = {};

/** Appends the points of an annotation to `keypoints`: those of COCO's skeleton, the armature's and the vertices'. */
export function appendKeypoints(instance: Instance): void {
  const { keypoints, armature_keypoints, vertex_keypoints, quaternions } = instance.annotation;
  if (keypoints !== undefined && keypoints !== null) appendCoco(instance, keypoints);
  if (armature_keypoints !== undefined || quaternions !== undefined) appendArmature(instance);
  if (vertex_keypoints === undefined) return;
  const points = recordAt(instance, "vertex_keypoints");
  for (const name of Object.keys(points)) {
    appendPoint(instance, { skeleton: "vertex", name, field: "vertex_keypoints", point: points[name] });
  }
}

function appendCoco(instance: Instance, value: unknown): void {
  const { rows, path } = instance;
  const at = `${path}.keypoints`;
  const flat = numbersIn(value);
  if (flat === null) {
    rows.reportWrongType(at, "a list of numbers", value);
    return;
  }
  const wanted = COCO_KEYPOINT_NAMES.length;
  if (flat.length % 3 !== 0 || flat.length > 3 * wanted) {
    rows.report(
      "wrong_length",
      at,
      `"keypoints" must hold x, y, v of ${wanted} points, got ${flat.length} numbers: left out`,
    );
    return;
  }
  for (let index = 0; 3 * index < flat.length; index++) {
    const row = pointRow(instance, "coco", COCO_KEYPOINT_NAMES[index] ?? "");
    row.x = flat[3 * index];
    row.y = flat[3 * index + 1];
    row.v = flat[3 * index + 2];
    rows.append("keypoints", row, () => `${at}[${3 * index}]`);
  }
}

function appendArmature(instance: Instance): void {
  const points = recordAt(instance, "armature_keypoints");
  const turns = recordAt(instance, "quaternions");
  for (const name of Object.keys(points)) {
    const turn = Object.hasOwn(turns, name) ? turns[name] : undefined;
    appendPoint(instance, {
      skeleton: "armature",
      name,
      field: "armature_keypoints",
      point: points[name],
      turn,
    });
  }
  for (const name of Object.keys(turns)) {
    if (Object.hasOwn(points, name)) continue;
    appendPoint(instance, {
      skeleton: "armature",
      name,
      field: "quaternions",
      point: NONE,
      turn: turns[name],
    });
  }
}

interface Point {
  skeleton: "armature" | "vertex";
  name: string;
  /** The annotation's field that the point is in. */
  field: string;
  point: unknown;
  turn?: unknown;
}

function appendPoint(instance: Instance, { skeleton, name, field, point, turn }: Point): void {
  const { rows, path } = instance;
  const row = pointRow(instance, skeleton, name);
  if (isRecord(point)) {
    row.x = nearestNumber(point.x);
    row.y = nearestNumber(point.y);
    row.v = point.v;
    row.z = nearestNumber(point.z);
    row.x_global = nearestNumber(point.x_global);
    row.y_global = nearestNumber(point.y_global);
    row.z_global = nearestNumber(point.z_global);
  } else {
    rows.reportWrongType(`${path}.${field}.${name}`, "an object", point);
  }
  if (turn !== undefined && turn !== null) {
    const quaternion = numbersIn(turn, 4);
    if (quaternion === null) {
      rows.reportWrongType(`${path}.quaternions.${name}`, "a list of 4 numbers", turn);
    } else {
      [row.qw, row.qx, row.qy, row.qz] = quaternion;
    }
  }
  rows.append("keypoints", row, () => `${path}.${field}.${name}`);
}

function pointRow(instance: Instance, skeleton: string, keypoint: string): Row {
  return {
    job_id: instance.rows.jobId,
    camera: instance.camera,
    image_id: instance.image_id,
    frame_number: instance.frame_number,
    annotation_id: instance.annotation_id,
    skeleton,
    keypoint,
  };
}

function recordAt({ rows, annotation, path }: Instance, field: string): Readonly<Row> {
  const value = annotation[field];
  if (isRecord(value)) return value;
  if (value !== undefined && value !== null) rows.reportWrongType(`${path}.${field}`, "an object", value);
  return NONE;
}

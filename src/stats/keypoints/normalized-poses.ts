import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { resultColumns } from "../columns/result-columns.ts";
import { COCO_SIGMAS } from "./coco-sigmas.ts";
import { instanceColumns, instancePoints } from "./instance-points.ts";

/** Options of {@link normalizedPoses}. */
export interface NormalizedPosesOptions {
  /** Points that lie further from the hips than so many torso lengths, to the side or in height, are left out. @default 2.5 */
  limit?: number;
}

/** What {@link normalizedPoses} gives. */
export interface NormalizedPoses {
  /**
   * One row a labelled point (v > 0): `job_id`, `camera`, `image_id`, `annotation_id`, `keypoint`, `v`, and its place `x`,
   * `y`: in torso lengths from the middle of the hips, x to the right and y down, as in the image.
   */
  points: ColumnTable;
  /** How many poses the points are of. */
  count: number;
  /** How many instances are left out: a shoulder or hip is not labelled, or the torso has no length. */
  missing: number;
}

const NAMES = Object.keys(COCO_SIGMAS);

/**
 * Puts poses of COCO's skeleton one upon another, to see how varied they are: the origin is the middle of the hips, the
 * unit the mean of the left and right distance between shoulder and hip (Unity's datasetinsights).
 *
 * @param keypoints A table like `keypoints` of a dataset.
 * @throws {RangeError} When the table lacks a column, or the limit is not above 0.
 * @example
 * ```ts
 * const { points, count } = normalizedPoses(await dataset.table("keypoints"));
 * count; // 48
 * points.filter((d) => d.keypoint === "nose").select("x", "y").object(); // { x: 0.0613…, y: -0.4909… }
 * ```
 */
export function normalizedPoses(
  keypoints: ColumnTable,
  options: NormalizedPosesOptions = {},
): NormalizedPoses {
  checkTable(keypoints, "normalizedPoses");
  checkOptionNames(options, ["limit"]);
  const { limit = 2.5 } = options;
  if (!(limit > 0)) throw new RangeError(`limit must be above 0, got ${limit}`);
  const instances = [...instancePoints(keypoints, { skeleton: "coco", names: NAMES }).values()];
  const rows: { row: number; keypoint: string; v: number; x: number; y: number }[] = [];
  let count = 0;
  for (const { row, points } of instances) {
    const torso = torsoOf(points);
    if (torso === null) continue;
    count++;
    for (const [i, keypoint] of NAMES.entries()) {
      const v = points[3 * i + 2] as number;
      const x = ((points[3 * i] as number) - torso.x) / torso.length;
      const y = ((points[3 * i + 1] as number) - torso.y) / torso.length;
      if (v > 0 && Math.abs(x) <= limit && Math.abs(y) <= limit) rows.push({ row, keypoint, v, x, y });
    }
  }
  const points = makeTable([
    ...instanceColumns(
      keypoints,
      rows.map(({ row }) => row),
    ),
    ...resultColumns(rows, [
      ["keypoint", "string", ({ keypoint }) => keypoint],
      ["v", "int32", ({ v }) => v],
      ["x", "float64", ({ x }) => x],
      ["y", "float64", ({ y }) => y],
    ]),
  ]);
  return { points, count, missing: instances.length - count };
}

/** The middle of the hips and the length of the torso; null where a shoulder or hip is not labelled. */
function torsoOf(points: Float64Array): { x: number; y: number; length: number } | null {
  const [leftShoulder, rightShoulder, leftHip, rightHip] = [
    "left_shoulder",
    "right_shoulder",
    "left_hip",
    "right_hip",
  ].map((name) => points.subarray(3 * NAMES.indexOf(name))) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  if ([leftShoulder, rightShoulder, leftHip, rightHip].some(([, , v = 0]) => !(v > 0))) return null;
  const length = (distance(leftShoulder, leftHip) + distance(rightShoulder, rightHip)) / 2;
  const [x, y] = [middle(leftHip, rightHip, 0), middle(leftHip, rightHip, 1)];
  return length > 0 && Number.isFinite(x + y + length) ? { x, y, length } : null;
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot((a[0] as number) - (b[0] as number), (a[1] as number) - (b[1] as number));
}

function middle(a: Float64Array, b: Float64Array, axis: number): number {
  return ((a[axis] as number) + (b[axis] as number)) / 2;
}

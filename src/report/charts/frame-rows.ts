import type { ColumnTable } from "arquero";
import { findColumn } from "../../stats/columns/find-column.ts";
import type { FrameImage } from "./frame-image.ts";
import { readRows } from "./read-rows.ts";
import { BONES } from "./skeletons.ts";

/** A box of a frame. */
export interface FrameBox {
  instance: string;
  category: string;
  x: number;
  y: number;
  xEnd: number;
  yEnd: number;
  area: number;
}

/** A keypoint of a frame. */
export interface FramePoint {
  instance: string;
  name: string;
  x: number;
  y: number;
  /** Whether it is not occluded. */
  seen: boolean;
}

/** A bone of a frame. */
export interface FrameBone {
  instance: string;
  x: number;
  y: number;
  xEnd: number;
  yEnd: number;
  seen: boolean;
}

const KEYS = ["job_id", "camera", "image_id"];

/** The boxes of a frame. */
export function frameBoxes(annotations: ColumnTable, image: FrameImage): FrameBox[] {
  const rows = readRows(annotations, {
    texts: { instance: "annotation_id", category: "category" },
    numbers: { x: "bbox_x", y: "bbox_y", w: "bbox_w", h: "bbox_h" },
  });
  return rowsOfFrame(annotations, image).flatMap((row) => {
    const { instance, category, x, y, w, h } = rows[row] as (typeof rows)[number];
    if (x === null || y === null || w === null || h === null) return [];
    return [{ instance, category, x, y, xEnd: x + w, yEnd: y + h, area: w * h }];
  });
}

/** Options of {@link framePoints}. */
export interface FramePointsOptions {
  image: FrameImage;
  skeleton: string | undefined;
  /** Instances that are not drawn. */
  without: ReadonlySet<string>;
}

/**
 * The keypoints of a frame that lie in the image, and the bones between them.
 *
 * @throws {RangeError} When the frame has keypoints, but none of such a skeleton.
 */
export function framePoints(
  keypoints: ColumnTable | null,
  { image, skeleton, without }: FramePointsOptions,
): { points: FramePoint[]; bones: FrameBone[] } {
  if (keypoints === null) return { points: [], bones: [] };
  const all = readRows(keypoints, {
    texts: { instance: "annotation_id", skeleton: "skeleton", name: "keypoint" },
    numbers: { x: "x", y: "y", v: "v" },
  });
  const rows = rowsOfFrame(keypoints, image).map((row) => all[row] as (typeof all)[number]);
  const skeletons = [...new Set(rows.map((row) => row.skeleton))];
  const chosen = skeleton ?? (skeletons.includes("coco") ? "coco" : skeletons[0]);
  if (chosen !== undefined && skeletons.length > 0 && !skeletons.includes(chosen)) {
    throw new RangeError(
      `There is no skeleton "${chosen}" in the frame, expected one of ${skeletons.join(", ")}`,
    );
  }
  const points = rows.flatMap((row): FramePoint[] => {
    const { instance, name, x, y, v } = row;
    if (row.skeleton !== chosen || without.has(instance) || x === null || y === null || v === 0) return [];
    return [{ instance, name, x, y, seen: v !== 1 }];
  });
  return { points, bones: bonesOf(points, chosen ?? "") };
}

function bonesOf(points: readonly FramePoint[], skeleton: string): FrameBone[] {
  const bones = Object.hasOwn(BONES, skeleton) ? (BONES[skeleton] ?? []) : [];
  const instances = new Map<string, Map<string, FramePoint>>();
  for (const point of points) {
    const own = instances.get(point.instance) ?? new Map<string, FramePoint>();
    instances.set(point.instance, own.set(point.name, point));
  }
  return [...instances].flatMap(([instance, own]) =>
    bones.flatMap(([from, to]): FrameBone[] => {
      const [a, b] = [own.get(from), own.get(to)];
      if (a === undefined || b === undefined) return [];
      return [{ instance, x: a.x, y: a.y, xEnd: b.x, yEnd: b.y, seen: a.seen && b.seen }];
    }),
  );
}

function rowsOfFrame(table: ColumnTable, image: FrameImage): number[] {
  const keys = KEYS.filter((key) => image[key] !== undefined && table.columnNames().includes(key));
  const columns = keys.map((key) => ({ column: findColumn(table, key), wanted: String(image[key]) }));
  return Array.from({ length: table.numRows() }, (_, row) => row).filter((row) =>
    columns.every(({ column, wanted }) => String(column.at(row)) === wanted),
  );
}

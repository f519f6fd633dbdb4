import type { ArchiveFile } from "../../archive/build-zip.ts";
import { type Color, toUnitColor } from "../../drawing/color.ts";
import { encodePng } from "../../drawing/encode-png.ts";
import { fillPolygon } from "../../drawing/fill-polygon.ts";
import { makeRaster, type Raster } from "../../drawing/raster.ts";
import { roundTo } from "../../geometry/round-to.ts";
import { BACKGROUND, IMAGE_ID_STEP, type LabelFile } from "../label-file.ts";
import { maskName } from "../mask-name.ts";
import { outlineLabels } from "../outline-labels.ts";
import { bodyBalls, dumbbells } from "./body-balls.ts";
import { personPoints } from "./person-points.ts";
import { type Ball, cuboid, silhouette } from "./solid.ts";
import type { Take } from "./take.ts";

/** Colours of the categories; the place is the category's id. */
export const CATEGORY_COLORS: readonly [person: Color, dumbbell: Color] = [
  [228, 26, 28],
  [55, 126, 184],
];

const DUMBBELL_COLORS: readonly Color[] = [
  [255, 255, 51],
  [166, 86, 40],
];

/** What the labels of a frame need to know besides the take. */
export interface FrameLabelOptions {
  exercise: string;
  personColor: Color;
  /** Whether to draw masks too. */
  masks: boolean;
}

/** The labels and masks of one frame. */
export interface FrameLabels {
  annotations: LabelFile["annotations"];
  masks: ArchiveFile[];
}

/** How many pixels each of the first palette indices after the background has. */
function countIndices({ pixels }: Raster, indices: number): number[] {
  const counts = new Uint32Array(256);
  for (let i = 0; i < pixels.length; i++) {
    const index = pixels[i] ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return Array.from(counts.subarray(1, indices + 1));
}

/** Labels the person and the dumbbells of one frame, nearest last, and draws its masks. */
export function frameLabels(take: Take, frame: number, options: FrameLabelOptions): FrameLabels {
  const { camera } = take;
  const pose = take.poseAt(frame);
  const weights = dumbbells(pose, options.exercise);
  const solids: readonly { balls: Ball[]; category: 0 | 1; color: Color }[] = [
    { balls: bodyBalls(pose, take.shape), category: 0, color: options.personColor },
    ...weights.map((balls, i) => ({
      balls,
      category: 1 as const,
      color: DUMBBELL_COLORS[i] ?? BACKGROUND,
    })),
  ];
  const instanceColors = [BACKGROUND, ...solids.map(({ color }) => color)];
  const categoryColors = [BACKGROUND, ...solids.map(({ category }) => CATEGORY_COLORS[category])];
  const firstId = frame * solids.length;
  const raster = makeRaster(camera);
  const masks: ArchiveFile[] = [];
  const filled: number[] = [];
  const annotations = solids.map(({ balls, category, color }, i) => {
    const { outline, percentInFov } = silhouette(balls, camera);
    filled.push(outline.length === 0 ? 0 : fillPolygon(raster, outline, i + 1));
    if (options.masks && i === 0 && outline.length > 0) {
      masks.push({ name: maskName(frame, "iseg", firstId), data: encodePng(raster, instanceColors) });
    }
    return {
      id: firstId + i,
      image_id: frame * IMAGE_ID_STEP,
      category_id: category,
      iscrowd: 0 as const,
      ...(outline.length > 0 && { color: toUnitColor(color) }),
      ...outlineLabels(outline),
      percent_in_fov: percentInFov,
      percent_occlusion: 0,
      cuboid_coordinates: cuboid(balls, { camera, yawDeg: take.avatarYawDeg }),
      ...(category === 0 && personPoints(pose, camera)),
    };
  });
  const visible = solids.length === 1 ? filled : countIndices(raster, solids.length);
  annotations.forEach((annotation, i) => {
    const all = filled[i] ?? 0;
    if (all > 0) annotation.percent_occlusion = roundTo(100 * (1 - (visible[i] ?? 0) / all), 4);
  });
  if (options.masks) {
    masks.push({ name: maskName(frame, "cseg"), data: encodePng(raster, categoryColors) });
    masks.push({ name: maskName(frame, "iseg"), data: encodePng(raster, instanceColors) });
  }
  return { annotations, masks };
}

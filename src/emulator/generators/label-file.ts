import type { Color } from "../drawing/color.ts";

/** A kind of thing that label files tell apart. */
export interface Category {
  id: number;
  name: string;
  /** Red, green and blue between 0 and 1. */
  color: readonly [number, number, number];
  /** The names of COCO's keypoints and the pairs of them, counted from 1, that bones connect. */
  keypoints?: readonly string[];
  skeleton?: readonly (readonly [number, number])[];
}

/** The content of a label file: COCO with additions. */
export interface LabelFile {
  info: Record<string, unknown>;
  categories: Category[];
  images: { id: number; frame_number: number; width: number; height: number; [field: string]: unknown }[];
  annotations: { id: number; image_id: number; category_id: number; iscrowd: 0; [field: string]: unknown }[];
}

/** Image ids are multiples of this, so that nobody mistakes them for frame numbers. */
export const IMAGE_ID_STEP = 3;

/** The parts of `info` that every label file has; the date is fixed so that equal jobs give equal bytes. */
export function commonInfo(sceneId: string): Record<string, unknown> {
  return {
    url: "https://toinfinity.ai/",
    date_created: "20230101_000000",
    video_name: "video.rgb",
    scene_id: sceneId,
  };
}

/** The colour of everything that masks do not label. */
export const BACKGROUND: Color = [0, 0, 0];

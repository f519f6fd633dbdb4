import { type Color, toUnitColor } from "../../drawing/color.ts";
import type { Category } from "../label-file.ts";

/** Colours of the categories; the place is the category's id. */
export const CATEGORY_COLORS: readonly [person: Color, dumbbell: Color] = [
  [228, 26, 28],
  [55, 126, 184],
];

/** COCO's keypoints, in its order. */
const KEYPOINTS = [
  "nose",
  ...["eye", "ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle"].flatMap((part) => [
    `left_${part}`,
    `right_${part}`,
  ]),
];

/** COCO's bones, as places in the list of keypoints, counted from 1. */
const SKELETON: readonly (readonly [number, number])[] = [
  [16, 14],
  [14, 12],
  [17, 15],
  [15, 13],
  [12, 13],
  [6, 12],
  [7, 13],
  [6, 7],
  [6, 8],
  [7, 9],
  [8, 10],
  [9, 11],
  [2, 3],
  [1, 2],
  [1, 3],
  [2, 4],
  [3, 5],
  [4, 6],
  [5, 7],
];

/** The categories of every visionfit label file. */
export const CATEGORIES: readonly Category[] = [
  {
    id: 0,
    name: "person",
    color: toUnitColor(CATEGORY_COLORS[0]),
    keypoints: KEYPOINTS,
    skeleton: SKELETON,
  },
  { id: 1, name: "dumbbell", color: toUnitColor(CATEGORY_COLORS[1]) },
];

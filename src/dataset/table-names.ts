import type { LabelTableName } from "../labels/schemas.ts";

/** The name of a table of a dataset. */
export type TableName = "jobs" | LabelTableName;

/** The tables of a dataset, in the order in which they are listed and exported. */
export const TABLE_NAMES: readonly TableName[] = [
  "jobs",
  "scenes",
  "categories",
  "images",
  "annotations",
  "keypoints",
  "cuboids",
  "polygons",
  "imu",
  "problems",
];

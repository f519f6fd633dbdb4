/** A size of a bounding box. */
export interface BoxMeasure {
  /** What it is made of, as alerts tell the column. */
  column: string;
  /** SQL over its width `w` and height `h`. */
  sql: string;
  name: string;
  unit: string;
}

/** The sizes of boxes that are looked at. */
export const BOX_MEASURES: readonly BoxMeasure[] = [
  { column: "bbox_w", sql: "w", name: "box width", unit: " px" },
  { column: "bbox_h", sql: "h", name: "box height", unit: " px" },
  { column: "bbox_w * bbox_h", sql: "w * h", name: "box area", unit: " px²" },
  { column: "bbox_w / bbox_h", sql: "w / h", name: "box width/height", unit: "" },
];

import type { FileRows, Row } from "../file-rows.ts";

/** One annotation, with the keys that its rows in every table share. */
export interface Instance {
  rows: FileRows;
  annotation: Readonly<Row>;
  /** Where the annotation is in the file. */
  path: string;
  camera: number;
  image_id: number | null;
  frame_number: number | null;
  annotation_id: number | null;
}

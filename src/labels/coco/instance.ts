import type { FileRows, Row } from "../file-rows.ts";
import type { LabelId } from "../label-id.ts";

/** One annotation, with the keys that its rows in every table share. */
export interface Instance {
  rows: FileRows;
  annotation: Readonly<Row>;
  /** Where the annotation is in the file. */
  path: string;
  camera: number;
  image_id: LabelId | null;
  frame_number: LabelId | null;
  annotation_id: LabelId | null;
}

import type { LabelId } from "../label-id.ts";

/** What the name of an image's file may be made of. */
export interface MergedImage {
  jobId: string;
  camera: number;
  /** The image's id in its own file; null where it has none. */
  sourceId: LabelId | null;
  frameNumber: LabelId | null;
  /** The name that its own file gives; null where it gives none. */
  fileName: string | null;
}

/** An annotation that a merged file cannot hold. */
export interface LeftOutAnnotation {
  jobId: string;
  /** Its id in its own file; null where it has none. */
  sourceId: LabelId | null;
  /** What it refers to and the tables do not hold. */
  missing: "image" | "category";
}

/** Options of `mergeCoco`. */
export interface MergeCocoOptions {
  /**
   * The `file_name` of an image, or null for none.
   * @default `<job_id>/<file_name>`, or `<job_id>/cam<camera>/<file_name>` for jobs with several cameras; none where the image has none
   */
  fileName?: (image: MergedImage) => string | null;
  /** Called for each annotation that is left out, because its image or its category is not in the tables. */
  onLeftOut?: (annotation: LeftOutAnnotation) => void;
}

/** The kinds of things that could not be read as promised; stable, for programs. */
export type ProblemCode =
  | "wrong_type"
  | "wrong_length"
  | "unknown_image"
  | "unknown_category"
  | "duplicate_image_id"
  | "duplicate_annotation_id"
  | "duplicate_category_id"
  | "conflicting_category"
  | "mixed_types"
  | "renamed_field"
  | "unread_field"
  | "unsafe_integer"
  | "unread_file"
  | "broken_file"
  | "missing_job_json"
  | "missing_labels"
  | "missing_job"
  | "empty_folder";

/** A row of the `problems` table. */
export interface Problem {
  job_id: string | null;
  file: string | null;
  /** A JSON path (`$.images[3]`), a line (`line 3`) or, where no file is meant, a column; null for a whole file. */
  path: string | null;
  problem: ProblemCode;
  message: string;
}

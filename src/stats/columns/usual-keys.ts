/** Columns of a dataset's tables that name rows and batches: of these, statistics by default tell nothing. */
export const USUAL_KEYS: readonly string[] = [
  "job_id",
  "batch_id",
  "batch_name",
  "design_row",
  "image_id",
  "annotation_id",
];

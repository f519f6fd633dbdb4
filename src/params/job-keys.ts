/** Columns that tell which job a row is and are never sent as parameters. */
export const JOB_KEYS: readonly string[] = ["job_id", "design_row"];

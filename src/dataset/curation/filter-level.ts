/** What a filter keeps or leaves out: whole jobs, frames, or single annotations. */
export type FilterLevel = "jobs" | "images" | "annotations";

/** The columns that tell the rows of a level's table apart. */
export const LEVEL_KEYS: Readonly<Record<FilterLevel, readonly string[]>> = {
  jobs: ["job_id"],
  images: ["job_id", "camera", "image_id"],
  annotations: ["job_id", "camera", "image_id", "annotation_id"],
};

/**
 * The columns by which a table follows a filter, or null where it stays whole. What belongs to a frame or an annotation
 * follows it. Of frames, tables of whole jobs keep the jobs that have one left; annotations leave other tables alone.
 *
 * @param columns The table's columns.
 */
export function restrictingKeys(level: FilterLevel, columns: readonly string[]): readonly string[] | null {
  const keys = LEVEL_KEYS[level];
  if (keys.every((key) => columns.includes(key))) return keys;
  return level === "annotations" || !columns.includes("job_id") ? null : LEVEL_KEYS.jobs;
}

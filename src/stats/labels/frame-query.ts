import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns } from "./label-columns.ts";
import { totalsOf } from "./totals.ts";

/** The columns of frames that tell of light, in the order in which results have them. */
export const LIGHT_MEASURES = [
  "mean_image_brightness",
  "mean_avatar_brightness",
  "mean_avatar_halo_brightness",
  "mean_brightness_contrast",
  "mean_color_contrast",
  "snr",
] as const;

/** What is measured of a frame: the columns of the same names in the tables of jobs and groups. */
export const FRAME_MEASURES = ["brightness", "snr"] as const;

/** The columns that count repetitions; the first that a dataset has is heeded. */
const COUNTS = "coalesce(rep_count_from_start, rep_count, rep_count_from_intermediate)";

const FRAMES = labelColumns("images", {
  job_id: "text",
  frame_number: "id",
  rep_count_from_start: "number",
  rep_count: "number",
  rep_count_from_intermediate: "number",
  mean_image_brightness: "number",
  mean_avatar_brightness: "number",
  mean_avatar_halo_brightness: "number",
  mean_brightness_contrast: "number",
  mean_color_contrast: "number",
  snr: "number",
});

/**
 * The query that counts frames, in one pass over them. Its rows are those of `jobs` and of `light`, told apart by
 * `part`. `first` and `last` are the first and last frame with a count of repetitions.
 */
export function frameQuery(groups: JobGroups): string {
  return `
  WITH frames AS MATERIALIZED (
    SELECT *, ${COUNTS} AS reps, mean_image_brightness AS brightness FROM (${withGroups(FRAMES, groups)})
  ), light AS (
    SELECT grp, unnest([${LIGHT_MEASURES.map((name) => `'${name}'`).join(", ")}]) AS measure,
      unnest([${LIGHT_MEASURES.join(", ")}]) AS value
    FROM frames
  )
  SELECT 'jobs' AS part, job_id, count(*) AS count, max(reps) AS most, min(reps) AS least,
    min(frame_number) FILTER (reps IS NOT NULL) AS first, max(frame_number) FILTER (reps IS NOT NULL) AS last,
    ${totalsOf(FRAME_MEASURES)}
  FROM frames GROUP BY ALL
  UNION ALL BY NAME
  SELECT 'light' AS part, grp, measure, count(*) AS count, avg(value) AS mean, stddev_samp(value) AS sd, min(value) AS min,
    quantile_cont(value, [0.05, 0.25, 0.5, 0.75, 0.95]) AS quantiles, max(value) AS max
  FROM light WHERE value IS NOT NULL GROUP BY ALL`;
}

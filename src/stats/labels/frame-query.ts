import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns, type NeededColumns } from "./label-columns.ts";
import type { LabelTables } from "./label-tables.ts";
import { SUMMARY_QUANTILES } from "./summary-quantiles.ts";
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

/** The columns that count repetitions; the first that has a value is heeded. */
const COUNTS = "coalesce(rep_count_from_start, rep_count, rep_count_from_intermediate)";

const NEEDED: NeededColumns = {
  job_id: "text",
  frame_number: "id",
  rep_count_from_start: "number",
  rep_count: "number",
  rep_count_from_intermediate: "number",
  mean_image_brightness: "number",
  snr: "number",
};

const NEEDED_OF_LIGHT: NeededColumns = {
  job_id: "text",
  ...Object.fromEntries(LIGHT_MEASURES.map((name) => [name, "number" as const])),
};

/** The query that sums frames up by job. `first` and `last` are the first and last frame with a count of repetitions. */
export function frameQuery(tables: LabelTables): string {
  return `
  WITH frames AS (
    SELECT *, ${COUNTS} AS reps, mean_image_brightness AS brightness
    FROM (${labelColumns("images", NEEDED, tables)}) images
  )
  SELECT job_id, count(*) AS count, max(reps) AS most, min(reps) AS least,
    min(frame_number) FILTER (WHERE reps IS NOT NULL) AS first,
    max(frame_number) FILTER (WHERE reps IS NOT NULL) AS last,
    ${totalsOf(FRAME_MEASURES, tables.dialect)}
  FROM frames GROUP BY job_id`;
}

/** The query that sums up what frames tell of light: a row a group, whose columns end in the measure's name. */
export function lightQuery(groups: JobGroups, tables: LabelTables): string {
  const { dialect } = tables;
  const frames = withGroups(labelColumns("images", NEEDED_OF_LIGHT, tables), groups, dialect);
  const columns = LIGHT_MEASURES.map(
    (name) => `
    count(${name}) AS count_${name}, avg(${name}) AS mean_${name}, stddev_samp(${name}) AS sd_${name},
    min(${name}) AS min_${name}, ${dialect.quantiles(name, SUMMARY_QUANTILES)} AS quantiles_${name},
    max(${name}) AS max_${name}`,
  );
  return `SELECT grp, ${columns.join(", ")} FROM (${frames}) frames GROUP BY grp`;
}

import { labelColumns, type NeededColumns } from "./label-columns.ts";
import type { LabelTables } from "./label-tables.ts";

/** The cells of a rotation matrix, row by row. */
const CELLS = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);

const NEEDED: NeededColumns = {
  job_id: "text",
  time: "number",
  rep_count_from_start: "number",
  rep_count_from_intermediate: "number",
  ...Object.fromEntries(CELLS.map((name) => [name, "number" as const])),
};

/** The cells of the mean matrix of a job, row by row. */
export const MEAN_CELLS: readonly string[] = CELLS.map((name) => `mean_${name}`);

/**
 * The query that sums motion samples up by job: {@link MEAN_CELLS} are the mean of the rotation matrices, and `first` and
 * `last` the times of the first and last sample with a count of repetitions.
 */
export function imuQuery(tables: LabelTables): string {
  return `
  WITH samples AS (
    SELECT *, coalesce(rep_count_from_start, rep_count_from_intermediate) AS reps,
      ${CELLS.map((name) => `${name} IS NOT NULL`).join(" AND ")} AS whole
    FROM (${labelColumns("imu", NEEDED, tables)}) imu
  )
  SELECT job_id, count(*) AS count, min(time) AS start, max(time) AS stop, count(time) AS times,
    max(reps) AS most, min(reps) AS least,
    min(time) FILTER (WHERE reps IS NOT NULL) AS first, max(time) FILTER (WHERE reps IS NOT NULL) AS last,
    ${CELLS.map((name, i) => `avg(${name}) FILTER (WHERE whole) AS ${MEAN_CELLS[i]}`).join(", ")}
  FROM samples GROUP BY job_id`;
}

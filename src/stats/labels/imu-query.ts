import { labelColumns } from "./label-columns.ts";

/** The cells of a rotation matrix, row by row. */
const CELLS = [11, 12, 13, 21, 22, 23, 31, 32, 33].map((cell) => `rotation_matrix_m${cell}`);

const SAMPLES = labelColumns("imu", {
  job_id: "text",
  time: "number",
  rep_count_from_start: "number",
  rep_count_from_intermediate: "number",
  ...Object.fromEntries(CELLS.map((name) => [name, "number" as const])),
});

/**
 * The query that sums motion samples up by job: `matrix` is the mean of the rotation matrices, row by row, and `first`
 * and `last` are the times of the first and last sample with a count of repetitions.
 */
export const IMU_QUERY: string = `
  WITH samples AS (
    SELECT *, coalesce(rep_count_from_start, rep_count_from_intermediate) AS reps,
      ${CELLS.map((name) => `${name} IS NOT NULL`).join(" AND ")} AS whole
    FROM (${SAMPLES})
  )
  SELECT job_id, count(*) AS count, min(time) AS start, max(time) AS stop, count(time) AS times,
    max(reps) AS most, min(reps) AS least,
    min(time) FILTER (reps IS NOT NULL) AS first, max(time) FILTER (reps IS NOT NULL) AS last,
    [${CELLS.map((name) => `avg(${name}) FILTER (whole)`).join(", ")}] AS matrix
  FROM samples GROUP BY job_id`;

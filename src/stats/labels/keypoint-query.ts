import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns, type NeededColumns } from "./label-columns.ts";
import type { LabelTables } from "./label-tables.ts";

const NEEDED: NeededColumns = { job_id: "text", skeleton: "text", keypoint: "text", v: "id" };

/** What is measured of a job's keypoints: a column of the tables of jobs and groups. */
export const KEYPOINT_MEASURES = ["visible_keypoints"] as const;

/**
 * The query that counts keypoints by what their `v` says: 0 outside the image, 1 occluded, 2 visible. In one pass, its
 * rows are those of each keypoint of a group and, told apart by `part`, the totals of each job's skeletons.
 */
export function keypointQuery(groups: JobGroups, tables: LabelTables): string {
  const keypoints = withGroups(labelColumns("keypoints", NEEDED, tables), groups, tables.dialect);
  const count = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
  const [known, visible] = [count("v BETWEEN 0 AND 2"), count("v = 2")];
  return `
  SELECT CASE WHEN grouping(job_id) = 0 THEN 'jobs' ELSE 'points' END AS part, grp, job_id, skeleton, keypoint,
    ${known} AS count, ${count("v = 0")} AS outside, ${count("v = 1")} AS occluded, ${visible} AS visible,
    ${count("v IS NULL OR v NOT BETWEEN 0 AND 2")} AS missing,
    100 * ${visible} AS sum_visible_keypoints, ${known} AS count_visible_keypoints
  FROM (${keypoints}) points GROUP BY GROUPING SETS ((grp, skeleton, keypoint), (job_id, skeleton))`;
}

import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns } from "./label-columns.ts";

const KEYPOINTS = labelColumns("keypoints", {
  job_id: "text",
  skeleton: "text",
  keypoint: "text",
  v: "id",
});

/** What is measured of a job's keypoints: a column of the tables of jobs and groups. */
export const KEYPOINT_MEASURES = ["visible_keypoints"] as const;

/**
 * The query that counts keypoints by what their `v` says: 0 outside the image, 1 occluded, 2 visible. In one pass, its
 * rows are those of each keypoint of a group and, told apart by `part`, the totals of each job's skeletons.
 */
export function keypointQuery(groups: JobGroups): string {
  return `
  SELECT CASE WHEN grouping(job_id) = 0 THEN 'jobs' ELSE 'points' END AS part, grp, job_id, skeleton, keypoint,
    count(*) FILTER (v BETWEEN 0 AND 2) AS count, count(*) FILTER (v = 0) AS outside,
    count(*) FILTER (v = 1) AS occluded, count(*) FILTER (v = 2) AS visible, count(*) FILTER (v IS NULL OR v NOT BETWEEN 0 AND 2) AS missing,
    100 * visible AS sum_visible_keypoints, count AS count_visible_keypoints
  FROM (${withGroups(KEYPOINTS, groups)}) GROUP BY GROUPING SETS ((grp, skeleton, keypoint), (job_id, skeleton))`;
}

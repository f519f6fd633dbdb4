import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns } from "./label-columns.ts";

const KEYPOINTS = labelColumns("keypoints", {
  job_id: "text",
  skeleton: "text",
  keypoint: "text",
  v: "id",
});

/** The query that counts keypoints by what their `v` says: 0 outside the image, 1 occluded, 2 visible. */
export function keypointQuery(groups: JobGroups): string {
  return `
  SELECT grp, skeleton, keypoint, count(*) FILTER (v BETWEEN 0 AND 2) AS count, count(*) FILTER (v = 0) AS outside,
    count(*) FILTER (v = 1) AS occluded, count(*) FILTER (v = 2) AS visible, count(*) FILTER (v IS NULL OR v NOT BETWEEN 0 AND 2) AS missing
  FROM (${withGroups(KEYPOINTS, groups)}) GROUP BY ALL`;
}

import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns } from "./label-columns.ts";
import { totalsOf } from "./totals.ts";

const KEYS = { job_id: "text", camera: "id", image_id: "id" } as const;

/** What is measured of an annotation: the columns of the same names in the tables of jobs and groups. */
export const BOX_MEASURES = [
  "box_width",
  "box_height",
  "area",
  "relative_size",
  "occlusion",
  "field_of_view",
] as const;

const FRAMES = labelColumns("images", { ...KEYS, width: "number", height: "number" });
const ANNOTATIONS = labelColumns("annotations", {
  ...KEYS,
  category: "text",
  bbox_x: "number",
  bbox_y: "number",
  bbox_w: "number",
  bbox_h: "number",
  area: "number",
  percent_occlusion: "number",
  percent_in_fov: "number",
});

/** How fine distributions are. */
export interface Resolution {
  /** The number of bins of a distribution. */
  readonly bins: number;
  /** The number of columns and of rows of the grid of positions. */
  readonly grid: number;
}

/**
 * The query that counts annotations, in one pass over them. Its rows are those of several results, told apart by
 * `part`. Parameters, beside those of the groups: `$categories`, the names of the categories that are `counted`.
 */
export function boxQuery(groups: JobGroups, { bins, grid }: Resolution): string {
  // DuckDB's `least` and `greatest` pass missing values over.
  const bin = (value: string, count: number, end = 1) =>
    `CASE WHEN ${value} IS NOT NULL THEN greatest(least(floor(${value} * ${count} / ${end}), ${count - 1}), 0)::INTEGER END`;
  const inside = (value: string, end: string) => `greatest(least(${value}, ${end}), 0)`;
  const distribution = (part: string, of: string) => `
    SELECT '${part}' AS part, grp, counted, ${of} AS bin, count(*) AS count
    FROM boxes WHERE ${of} IS NOT NULL GROUP BY ALL`;
  return `
  WITH frames AS (
    -- Labels join to the first of images with one id.
    SELECT job_id, camera, image_id, true AS is_framed, first(CASE WHEN width > 0 THEN width END) AS width,
      first(CASE WHEN height > 0 THEN height END) AS height
    FROM (${FRAMES}) GROUP BY ALL
  ), labels AS (
    SELECT *, coalesce(list_contains($categories, category), false) AS counted,
      bbox_w > 0 AND bbox_h > 0 AND bbox_x IS NOT NULL AND bbox_y IS NOT NULL AS boxed
    FROM (${withGroups(ANNOTATIONS, groups)}) LEFT JOIN frames USING (job_id, camera, image_id)
  ), clipped AS (
    SELECT *, coalesce(boxed, false) AS has_box,
      ${inside("bbox_x", "width")} / width AS x_start, ${inside("bbox_x + bbox_w", "width")} / width AS x_end,
      ${inside("bbox_y", "height")} / height AS y_start, ${inside("bbox_y + bbox_h", "height")} / height AS y_end
    FROM labels
  ), boxes AS MATERIALIZED (
    SELECT grp, job_id, camera, image_id, is_framed, category, counted, has_box,
      CASE WHEN has_box THEN bbox_w END AS box_width,
      CASE WHEN has_box THEN bbox_h END AS box_height,
      area,
      CASE WHEN has_box THEN sqrt((x_end - x_start) * (y_end - y_start)) END AS relative_size,
      percent_occlusion AS occlusion,
      percent_in_fov AS field_of_view,
      CASE WHEN has_box THEN ${bin("(x_start + x_end) / 2", grid)} END AS x_bin,
      CASE WHEN has_box THEN ${bin("(y_start + y_end) / 2", grid)} END AS y_bin,
      ${bin("relative_size", bins)} AS size_bin,
      ${bin("percent_occlusion", bins, 100)} AS occlusion_bin,
      ${bin("percent_in_fov", bins, 100)} AS view_bin,
      CASE WHEN area < 1024 THEN 0 WHEN area < 9216 THEN 1 WHEN area IS NOT NULL THEN 2 END AS band
    FROM clipped
  ), in_frames AS MATERIALIZED (
    SELECT grp, category, job_id, camera, image_id, is_framed, count(*) AS count, count(*) FILTER (has_box) AS boxes
    FROM boxes GROUP BY ALL
  )
  SELECT 'jobs' AS part, job_id, counted, count(*) AS count, count(*) FILTER (has_box) AS boxes,
    count(*) FILTER (category = 'person') AS persons,
    count(*) FILTER (has_box AND is_framed AND category = 'person') AS people,
    ${totalsOf(BOX_MEASURES)}
  FROM boxes GROUP BY ALL
  UNION ALL BY NAME
  SELECT 'classes' AS part, grp, category, sum(count) AS count, sum(boxes) AS boxes, count(DISTINCT job_id) AS jobs,
    count(is_framed) AS frames
  FROM in_frames GROUP BY ALL
  UNION ALL BY NAME
  SELECT 'people' AS part, grp, boxes, count(*) AS count
  FROM in_frames WHERE category = 'person' AND boxes > 0 AND is_framed GROUP BY ALL
  UNION ALL BY NAME
  SELECT 'positions' AS part, grp, counted, x_bin AS bin, y_bin, count(*) AS count
  FROM boxes WHERE x_bin IS NOT NULL GROUP BY ALL
  UNION ALL BY NAME ${distribution("sizeBands", "band")}
  UNION ALL BY NAME ${distribution("relativeSizes", "size_bin")}
  UNION ALL BY NAME ${distribution("occlusion", "occlusion_bin")}
  UNION ALL BY NAME ${distribution("fieldOfView", "view_bin")}`;
}

import type { Dialect } from "../../engine/dialect/dialect.ts";
import { type JobGroups, withGroups } from "./job-groups.ts";
import { labelColumns, type NeededColumns } from "./label-columns.ts";
import type { LabelTables } from "./label-tables.ts";
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

const NEEDED_OF_FRAMES: NeededColumns = { ...KEYS, frame_number: "id", width: "number", height: "number" };
const NEEDED: NeededColumns = {
  ...KEYS,
  category: "text",
  bbox_x: "number",
  bbox_y: "number",
  bbox_w: "number",
  bbox_h: "number",
  area: "number",
  percent_occlusion: "number",
  percent_in_fov: "number",
};

/** How fine distributions are. */
export interface Resolution {
  /** The number of bins of a distribution. */
  readonly bins: number;
  /** The number of columns and of rows of the grid of positions. */
  readonly grid: number;
}

/** What {@link boxQuery} needs to know. */
export interface BoxQueryOptions extends Resolution {
  readonly tables: LabelTables;
  /** The names of the categories that are `counted`. */
  readonly categories: readonly string[];
}

/** The parts that are distributions, by the column of their bins. */
const DISTRIBUTIONS = {
  positions: "x_bin",
  sizeBands: "band",
  relativeSizes: "size_bin",
  occlusion: "occlusion_bin",
  fieldOfView: "view_bin",
};

/**
 * The query that counts annotations. Its rows are those of several results, told apart by `part`. It passes over
 * annotations twice, for sums by job and for counts by group, or once, where the database keeps what it has in common.
 */
export function boxQuery(groups: JobGroups, options: BoxQueryOptions): string {
  const { dialect } = options.tables;
  const bins = Object.values(DISTRIBUTIONS);
  const parts = Object.entries(DISTRIBUTIONS).map(
    ([part, bin]) => `WHEN grouping(${bin}) = 0 THEN '${part}'`,
  );
  const sets = bins.map((bin) => `(grp, counted, ${bin === "x_bin" ? "x_bin, y_bin" : bin})`);
  const annotations = withGroups(labelColumns("annotations", NEEDED, options.tables), groups, dialect);
  return `
  WITH ${boxes(annotations, options)},
  pieces AS (
    SELECT CASE ${parts.join(" ")} ELSE 'classes' END AS part, grp, category, job_id, is_framed, counted,
      coalesce(${bins.join(", ")}) AS bin, y_bin, count(*) AS count, count(*) FILTER (WHERE has_box) AS boxes
    FROM boxes
    GROUP BY GROUPING SETS ((grp, category, job_id, camera, image_id, is_framed), ${sets.join(", ")})
  ), pieces_in_parts AS (
    SELECT *, CASE WHEN boxes > 0 AND is_framed AND category = 'person' AND part = 'classes' THEN boxes END AS people
    FROM pieces WHERE part = 'classes' OR bin IS NOT NULL
  ), by_group AS (
    SELECT CASE WHEN grouping(people) = 0 THEN 'people' ELSE part END AS part, grp, category, counted, bin, y_bin,
      CASE WHEN grouping(people) = 0 THEN count(*) ELSE sum(count) END AS count,
      CASE WHEN grouping(people) = 0 THEN people ELSE sum(boxes) END AS boxes,
      count(DISTINCT job_id) AS jobs, count(is_framed) AS frames
    FROM pieces_in_parts GROUP BY GROUPING SETS ((part, grp, category, counted, bin, y_bin), (grp, people))
  )
  SELECT 'jobs' AS part, NULL AS grp, NULL AS category, counted, NULL AS bin, NULL AS y_bin, count(*) AS count,
    count(*) FILTER (WHERE has_box) AS boxes, NULL AS jobs, NULL AS frames, job_id,
    count(*) FILTER (WHERE category = 'person') AS persons,
    count(*) FILTER (WHERE has_box AND is_framed AND category = 'person') AS people,
    ${totalsOf(BOX_MEASURES, dialect)}
  FROM boxes GROUP BY job_id, counted
  UNION ALL
  SELECT *, NULL, NULL, NULL, ${BOX_MEASURES.map(() => "NULL, NULL").join(", ")}
  FROM by_group WHERE part <> 'people' OR boxes IS NOT NULL`;
}

/** The common tables that measure boxes; the last is `boxes`. */
function boxes(annotations: string, { tables, categories, bins, grid }: BoxQueryOptions): string {
  const { dialect } = tables;
  const bin = (value: string, count: number, end = 1) => binOf(value, { count, end, dialect });
  // Both engines' `least` and `greatest` pass missing values over.
  const inside = (value: string, end: string) => `greatest(least(${value}, ${end}), 0)`;
  return `frames AS (
    -- Labels join to the first of images with one id.
    SELECT job_id, camera, image_id, true AS is_framed,
      ${dialect.first("CASE WHEN width > 0 THEN width END", "coalesce(frame_number, 0)")} AS width,
      ${dialect.first("CASE WHEN height > 0 THEN height END", "coalesce(frame_number, 0)")} AS height
    FROM (${labelColumns("images", NEEDED_OF_FRAMES, tables)}) images GROUP BY job_id, camera, image_id
  ), labels AS (
    SELECT *, coalesce(category IN (${categories.map((_, i) => dialect.param(categoryParam(i))).join(", ")}), false) AS counted,
      bbox_w > 0 AND bbox_h > 0 AND bbox_x IS NOT NULL AND bbox_y IS NOT NULL AS boxed
    FROM (${annotations}) annotations LEFT JOIN frames USING (job_id, camera, image_id)
  ), clipped AS (
    SELECT *, coalesce(boxed, false) AS has_box,
      ${inside("bbox_x", "width")} / width AS x_start, ${inside("bbox_x + bbox_w", "width")} / width AS x_end,
      ${inside("bbox_y", "height")} / height AS y_start, ${inside("bbox_y + bbox_h", "height")} / height AS y_end
    FROM labels
  ), measured AS (
    SELECT *, CASE WHEN has_box THEN sqrt((x_end - x_start) * (y_end - y_start)) END AS relative_size FROM clipped
  ), boxes AS (
    SELECT *,
      CASE WHEN has_box THEN bbox_w END AS box_width,
      CASE WHEN has_box THEN bbox_h END AS box_height,
      percent_occlusion AS occlusion,
      percent_in_fov AS field_of_view,
      CASE WHEN has_box THEN ${bin("(x_start + x_end) / 2", grid)} END AS x_bin,
      CASE WHEN has_box THEN ${bin("(y_start + y_end) / 2", grid)} END AS y_bin,
      ${bin("relative_size", bins)} AS size_bin,
      ${bin("percent_occlusion", bins, 100)} AS occlusion_bin,
      ${bin("percent_in_fov", bins, 100)} AS view_bin,
      CASE WHEN area < 1024 THEN 0 WHEN area < 9216 THEN 1 WHEN area IS NOT NULL THEN 2 END AS band
    FROM measured
  )`;
}

/** The parameters of {@link boxQuery}. */
export function boxParams(categories: readonly string[]): Record<string, string> {
  return Object.fromEntries(categories.map((name, i) => [categoryParam(i), name]));
}

function categoryParam(place: number): string {
  return `category_${place}`;
}

/** The bin of a value in 0 to `end`; what lies beyond is in the first or last one. */
function binOf(
  value: string,
  { count, end, dialect }: { count: number; end: number; dialect: Dialect },
): string {
  const place = `floor(greatest(least(${value} * ${count} / ${end}, ${count - 1}), 0))`;
  return `CASE WHEN ${value} IS NOT NULL THEN CAST(${place} AS ${dialect.type("int32")}) END`;
}

import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { field } from "./expressions.ts";
import { KEYPOINT_COLUMNS, keypointRows } from "./keypoint-rows.ts";
import type { LabelPlan } from "./label-plan.ts";
import { segmentationRows } from "./segmentation.ts";
import { number, objectColumns, type TableColumn } from "./table-columns.ts";

/** The tables that are made of documents. */
export type DocumentTable =
  | "scenes"
  | "categories"
  | "images"
  | "annotations"
  | "keypoints"
  | "cuboids"
  | "polygons";

/** Where the rows of a table come from, and what is in them. */
export interface TableSource {
  /** What stands after `FROM`. */
  from: string;
  columns: readonly TableColumn[];
}

/** The rows of `staged` that are read by SQL. */
export const KEPT = "(SELECT * FROM staged WHERE NOT odd AND job_id NOT IN (SELECT job_id FROM odd_jobs))";
/** The object of a row. */
export const OBJECT = "o";
/** The annotation of a row of `annotations`. */
export const LABEL: string = field(OBJECT, "label");

/** Where the rows of a table come from: `staged` and `odd_jobs`. */
export function tableSource(
  table: DocumentTable,
  { plan, dialect }: { plan: LabelPlan; dialect: Dialect },
): TableSource {
  const options = { plan, dialect };
  const job: TableColumn = { name: "job_id", value: "job_id", type: "string" };
  const camera: TableColumn = { name: "camera", value: "camera", type: "int32" };
  const labels = dialect.rows(KEPT, "annotations", { item: OBJECT });
  const instance = [
    job,
    camera,
    number("image_id", field(LABEL, "image_id")),
    number("frame_number", field(OBJECT, "frame_number")),
    number("annotation_id", field(LABEL, "id")),
  ];
  switch (table) {
    case "scenes":
      return { from: KEPT, columns: [job, camera, ...objectColumns(table, "info", options)] };
    case "categories":
      return {
        // Other files of a job have the same ones, or the job is odd.
        from: dialect.rows(`(SELECT * FROM ${KEPT} WHERE is_first)`, "categories", { item: OBJECT }),
        columns: [
          job,
          number("category_id", field(OBJECT, "id")),
          { name: "name", value: field(OBJECT, "name"), type: "string" },
          ...objectColumns(table, OBJECT, options),
        ],
      };
    case "images":
      return {
        from: dialect.rows(KEPT, "images", { item: OBJECT }),
        columns: [
          job,
          camera,
          number("image_id", field(OBJECT, "id")),
          ...objectColumns(table, OBJECT, options),
        ],
      };
    case "annotations":
      return {
        from: labels,
        columns: [
          ...instance,
          number("category_id", field(LABEL, "category_id")),
          { name: "category", value: field(OBJECT, "category"), type: "string" },
          ...objectColumns(table, LABEL, options),
        ],
      };
    case "keypoints":
      return {
        from: dialect.rows(labels, keypointRows(LABEL, dialect), { item: "k" }),
        columns: [...instance, ...KEYPOINT_COLUMNS.map((name) => partOf("k", name))],
      };
    case "cuboids":
      return {
        from: dialect.rows(labels, field(LABEL, "cuboid_coordinates"), { item: "k", place: "corner" }),
        columns: [...instance, place("corner"), ...["x", "y", "z"].map((name) => partOf("k", name))],
      };
    case "polygons":
      return polygonSource(labels, instance, options);
  }
}

function polygonSource(
  labels: string,
  instance: readonly TableColumn[],
  options: { plan: LabelPlan; dialect: Dialect },
): TableSource {
  const rows = segmentationRows(field(LABEL, "segmentation"), options);
  const runs = options.plan.runLengths ? ["rle_height", "rle_width", "rle_counts", "rle_string"] : [];
  return {
    from: options.dialect.rows(labels, rows, { item: "k", place: "polygon" }),
    columns: [...instance, place("polygon"), ...["points", ...runs].map((name) => partOf("k", name))],
  };
}

function place(name: string): TableColumn {
  return { name, value: name, type: "int32" };
}

function partOf(object: string, name: string): TableColumn {
  const lists = ["points", "rle_counts"];
  const texts = ["skeleton", "keypoint", "rle_string"];
  const type = lists.includes(name) ? "float64[]" : texts.includes(name) ? "string" : "float64";
  return { name, value: field(object, name), type };
}

import { isRecord } from "../../util/is-record.ts";
import type { FileRows, Row } from "../file-rows.ts";
import type { LabelId } from "../label-id.ts";
import { appendCuboid } from "./append-cuboid.ts";
import { appendKeypoints } from "./append-keypoints.ts";
import { appendPolygons } from "./append-polygons.ts";
import { copyFields } from "./copy-fields.ts";
import { keepInteger } from "./keep-integer.ts";
import { TAKEN_COLUMNS } from "./taken-columns.ts";
import { vectorAt } from "./vector-at.ts";

/** What annotations are joined to. */
export interface AnnotationContext {
  camera: number;
  /** Frame numbers by image id. */
  frames: ReadonlyMap<LabelId, LabelId | null>;
  /** Category names by id; null where the file gives none. */
  categories: ReadonlyMap<LabelId, string | null>;
  /** Whether segmentations are read into `polygons`. */
  polygons: boolean;
}

/** The fields of annotations that are not copied to columns of the same name. */
export const ANNOTATION_PARTS: ReadonlySet<string> = new Set([
  ...["id", "image_id", "category_id", "bbox", "color", "location", "ppe", "segmentation"],
  ...["keypoints", "armature_keypoints", "vertex_keypoints", "quaternions", "cuboid_coordinates"],
]);

/** Appends a file's annotations to `annotations`, and what they hold to `keypoints`, `cuboids` and `polygons`. */
export function appendAnnotations(
  rows: FileRows,
  annotations: readonly Readonly<Row>[],
  context: AnnotationContext,
): void {
  const ids = new Set<LabelId>();
  for (let index = 0; index < annotations.length; index++) {
    appendAnnotation(rows, annotations[index] as Readonly<Row>, { ...context, index, ids });
  }
}

/** What {@link appendAnnotation} takes besides an annotation. */
export interface AppendAnnotationOptions extends AnnotationContext {
  /** The annotation's place in the file. */
  index: number;
  /** The ids of the file's annotations so far; added to. */
  ids: Set<LabelId>;
}

/** Appends one annotation of a file; see {@link appendAnnotations}. */
export function appendAnnotation(
  rows: FileRows,
  annotation: Readonly<Row>,
  { camera, frames, categories, polygons, index, ids }: AppendAnnotationOptions,
): void {
  const path = `$.annotations[${index}]`;
  const annotation_id = rows.id(annotation.id, `${path}.id`);
  const image_id = rows.id(annotation.image_id, `${path}.image_id`);
  const category_id = rows.id(annotation.category_id, `${path}.category_id`);
  const frame_number = image_id === null ? null : (frames.get(image_id) ?? null);
  const category = category_id === null ? null : (categories.get(category_id) ?? null);
  if (annotation_id !== null && ids.has(annotation_id)) {
    rows.report("duplicate_annotation_id", path, `Annotation ${annotation_id} is in the file more than once`);
  }
  if (annotation_id !== null) ids.add(annotation_id);
  if (image_id !== null && !frames.has(image_id)) {
    rows.report("unknown_image", `${path}.image_id`, `The file has no image ${image_id}`);
  }
  if (category_id !== null && !categories.has(category_id)) {
    rows.report("unknown_category", `${path}.category_id`, `The file has no category ${category_id}`);
  }

  const row: Row = {
    job_id: rows.jobId,
    camera,
    image_id,
    frame_number,
    annotation_id,
    category_id,
    category,
  };
  copyFields(row, annotation, {
    table: "annotations",
    rows,
    skip: ANNOTATION_PARTS,
    taken: TAKEN_COLUMNS.annotations,
    path,
  });
  [row.bbox_x, row.bbox_y, row.bbox_w, row.bbox_h] = vectorAt(annotation, "bbox", { rows, path, length: 4 });
  const vector = { rows, path, length: 3 };
  [row.color_r, row.color_g, row.color_b] = vectorAt(annotation, "color", vector);
  [row.location_x, row.location_y, row.location_z] = vectorAt(annotation, "location", vector);
  if (annotation.ppe !== undefined && annotation.ppe !== null) copyPpe(row, annotation.ppe, { rows, path });
  rows.append("annotations", row, () => path);

  const instance = { rows, annotation, path, camera, image_id, frame_number, annotation_id };
  appendKeypoints(instance);
  appendCuboid(instance);
  if (polygons) appendPolygons(instance);
}

function copyPpe(row: Row, ppe: unknown, { rows, path }: { rows: FileRows; path: string }): void {
  if (!isRecord(ppe)) {
    rows.reportWrongType(`${path}.ppe`, "an object", ppe);
    return;
  }
  for (const item of Object.keys(ppe)) {
    const value = ppe[item];
    if (value === null) continue;
    const at = `${path}.ppe.${item}`;
    const column = `ppe_${item}`;
    if (typeof value === "object") {
      rows.reportWrongType(at, "true, false, a number or a string", value);
    } else if (Object.hasOwn(row, column)) {
      rows.reportOnce(
        "unread_field",
        at,
        `"ppe.${item}" is left out: "${column}" is a field of annotations too`,
      );
    } else {
      row[column] = typeof value === "bigint" ? keepInteger(value, undefined, { rows, path: at }) : value;
    }
  }
}

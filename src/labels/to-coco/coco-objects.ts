import type { ColumnTable } from "arquero";
import { TAKEN_COLUMNS } from "../coco/taken-columns.ts";
import type { CocoSource } from "./coco-tables.ts";
import { cuboidFields } from "./cuboid-fields.ts";
import { keypointFields } from "./keypoint-fields.ts";
import { type FieldCopier, plainFields, prefixedFields, scalarField, vectorField } from "./row-fields.ts";
import { segmentationFields } from "./segmentation-fields.ts";
import { type RowScope, TableRows } from "./table-rows.ts";

/** An object of a label file, such as an annotation. */
export type CocoObject = Record<string, unknown>;

/** The rows of a table that make one list of objects of a COCO file. */
export interface CocoObjects {
  rows: TableRows;
  /** Makes the object of the row at a place. */
  objectAt: (place: number) => CocoObject;
}

/** The objects that `info` of label files were. */
export function sceneObjects(scenes: ColumnTable | undefined, scope?: RowScope): CocoObjects {
  const rows = new TableRows(scenes, scope);
  return objectsOf(rows, [plainFields(rows, TAKEN_COLUMNS.scenes)]);
}

/** The categories of label files. */
export function categoryObjects(categories: ColumnTable, scope?: RowScope): CocoObjects {
  const rows = new TableRows(categories, scope);
  return objectsOf(rows, [
    scalarField(rows, "category_id", "id"),
    scalarField(rows, "name"),
    vectorField(rows, "color", ["color_r", "color_g", "color_b"]),
    plainFields(rows, TAKEN_COLUMNS.categories, (column) => column === "name"),
  ]);
}

/** The frames of label files. */
export function imageObjects(images: ColumnTable, scope?: RowScope): CocoObjects {
  const rows = new TableRows(images, scope);
  const first = ["width", "height", "frame_number"];
  return objectsOf(rows, [
    scalarField(rows, "image_id", "id"),
    ...first.map((name) => scalarField(rows, name)),
    plainFields(rows, TAKEN_COLUMNS.images, (column) => first.includes(column)),
  ]);
}

/** The annotations of label files, with what other tables hold of them. */
export function annotationObjects(source: CocoSource, scope?: RowScope): CocoObjects {
  const rows = new TableRows(source.annotations, scope);
  const ids = ["image_id", "category_id"];
  return objectsOf(rows, [
    scalarField(rows, "annotation_id", "id"),
    ...ids.map((name) => scalarField(rows, name)),
    vectorField(rows, "bbox", ["bbox_x", "bbox_y", "bbox_w", "bbox_h"]),
    segmentationFields(new TableRows(source.polygons, scope), rows),
    plainFields(
      rows,
      TAKEN_COLUMNS.annotations,
      (column) => ids.includes(column) || column.startsWith("ppe_"),
    ),
    vectorField(rows, "color", ["color_r", "color_g", "color_b"]),
    vectorField(rows, "location", ["location_x", "location_y", "location_z"]),
    prefixedFields(rows, "ppe", "ppe_"),
    cuboidFields(new TableRows(source.cuboids, scope), rows),
    keypointFields(new TableRows(source.keypoints, scope), rows),
  ]);
}

function objectsOf(rows: TableRows, copiers: readonly FieldCopier[]): CocoObjects {
  return {
    rows,
    objectAt: (place) => {
      const object: CocoObject = {};
      for (const copy of copiers) copy(place, object);
      return object;
    },
  };
}

import type { EngineColumn, EngineType } from "../../../engine/engine-source.ts";
import { TAKEN_COLUMNS } from "../../../labels/coco/taken-columns.ts";
import { LABEL_SCHEMAS } from "../../../labels/schemas.ts";
import type { ColumnType } from "../../../tables/column-type.ts";

/** A table whose rows are objects of a label file. */
export type ObjectTable = "scenes" | "categories" | "images" | "annotations";

const NUMBERS: EngineType = "float64[]";
const POINT = structOf(["x", "y", "v", "z", "x_global", "y_global", "z_global"]);

const PARTS: Readonly<Record<ObjectTable, readonly EngineColumn[]>> = {
  scenes: [],
  categories: [
    ["id", "float64"],
    ["name", "string"],
    ["color", NUMBERS],
  ],
  images: [["id", "float64"]],
  annotations: [
    ["id", "float64"],
    ["image_id", "float64"],
    ["category_id", "float64"],
    ["bbox", NUMBERS],
    ["color", NUMBERS],
    ["location", NUMBERS],
    ["keypoints", NUMBERS],
    ["armature_keypoints", { map: POINT }],
    ["vertex_keypoints", { map: POINT }],
    ["quaternions", { map: NUMBERS }],
    ["cuboid_coordinates", { list: structOf(["x", "y", "z"]) }],
  ],
};

/** The fields that are read in another way than as the column of their name, but for `ppe` and `segmentation`. */
export function partsOf(table: ObjectTable): readonly EngineColumn[] {
  return PARTS[table];
}

/** The columns of a table's schema that are fields of the same name. */
export function copiedColumns(table: ObjectTable): [name: string, type: ColumnType][] {
  const { always, known } = LABEL_SCHEMAS[table];
  const made = new Set([...TAKEN_COLUMNS[table], ...PARTS[table].map(([name]) => name)]);
  return Object.entries({ ...always, ...known }).filter(([name]) => !made.has(name));
}

/** The fields of a table's objects that are read, whatever a sample shows. */
export function listedFields(table: ObjectTable): string[] {
  const listed = [...partsOf(table), ...copiedColumns(table)].map(([name]) => name);
  return table === "annotations" ? [...listed, "segmentation", "ppe"] : listed;
}

/** Structures of numbers. */
function structOf(names: readonly string[]): EngineType {
  return { struct: names.map((name) => [name, "float64"] as const) };
}

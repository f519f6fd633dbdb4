import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { field } from "./expressions.ts";
import { type ColumnsOfTable, factsOf } from "./facts-of.ts";
import type { LabelPlan } from "./label-plan.ts";
import { segmentationColumns } from "./segmentation.ts";
import type { TableColumn } from "./table-columns.ts";
import { LABEL, tableSource } from "./table-sources.ts";

const KEYS = ["image_id", "frame_number", "annotation_id"];

/** The query of facts of `annotations`, and of the tables that are made of what annotations hold. */
export function annotationFacts(options: { plan: LabelPlan; dialect: Dialect }): string {
  const { plan, dialect } = options;
  const { from, columns } = tableSource("annotations", options);
  const keys = columns.filter(({ name }) => KEYS.includes(name));
  const keysWhere = (condition: string): TableColumn[] =>
    keys.map((key) => ({ ...key, value: `CASE WHEN ${condition} THEN ${key.value} END` }));
  const isAny = (list: string): string => `${dialect.length(list)} > 0`;
  const maps = ["armature_keypoints", "vertex_keypoints", "quaternions"].map((name) => {
    return isAny(`map_keys(${field(LABEL, name)})`);
  });
  const hasPoints = [isAny(field(LABEL, "keypoints")), ...maps].join(" OR ");
  const tables: ColumnsOfTable[] = [
    { table: "annotations", columns },
    { table: "keypoints", columns: keysWhere(hasPoints) },
    { table: "cuboids", columns: keysWhere(isAny(field(LABEL, "cuboid_coordinates"))) },
  ];
  if (plan.polygons) {
    const { has, columns: runs } = segmentationColumns(field(LABEL, "segmentation"), options);
    tables.push({ table: "polygons", columns: [...keysWhere(has), ...runs] });
  }
  return factsOf(tables, { from, dialect });
}

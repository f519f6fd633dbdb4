import type { EngineColumn, EngineType } from "../../../engine/engine-source.ts";
import type { ColumnType } from "../../../tables/column-type.ts";
import { copiedColumns, type ObjectTable, partsOf } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";

/** The columns with which label files are read. All numbers are of floating point, as they may be written with a fraction. */
export function documentColumns(plan: LabelPlan): EngineColumn[] {
  const objects = (table: ObjectTable): EngineType => ({ list: { struct: fieldsOf(table, plan) } });
  return [
    ["info", { struct: fieldsOf("scenes", plan) }],
    ["categories", objects("categories")],
    ["images", objects("images")],
    ["annotations", objects("annotations")],
  ];
}

function fieldsOf(table: ObjectTable, plan: LabelPlan): EngineColumn[] {
  const fields: EngineColumn[] = [...partsOf(table)];
  for (const [name, type] of copiedColumns(table)) fields.push([name, readType(type)]);
  const inner: EngineColumn[] = [];
  for (const { path, type } of plan.extras[table]) {
    (path.length > 1 ? inner : fields).push([path.at(-1) ?? "", type]);
  }
  if (table !== "annotations") return fields;
  fields.push(["ppe", inner.length > 0 ? { struct: inner } : "json"]);
  if (plan.polygons) fields.push(["segmentation", plan.runLengths ? "json" : "float64[][]"]);
  return fields;
}

function readType(type: ColumnType): ColumnType {
  return type === "int32" ? "float64" : type;
}

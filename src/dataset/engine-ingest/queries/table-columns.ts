import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { EngineType } from "../../../engine/engine-source.ts";
import { field } from "./expressions.ts";
import { copiedColumns, type ObjectTable } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";

/** How a column's values are had of a row, and the type that they have there. */
export interface TableColumn {
  name: string;
  value: string;
  type: EngineType;
}

/** How {@link objectColumns} makes columns. */
export interface ColumnOptions {
  plan: LabelPlan;
  dialect: Dialect;
}

/** The columns of a table of objects that are fields, or parts of such; `object` is the object. */
export function objectColumns(table: ObjectTable, object: string, options: ColumnOptions): TableColumn[] {
  const { plan, dialect } = options;
  const copied = copiedColumns(table).map(([name, type]) => {
    return column(name, field(object, name), { type: type === "int32" ? "float64" : type, dialect });
  });
  const extras = plan.extras[table]
    .filter(({ use }) => use === "column")
    .map(({ column: name, path, type }) => column(name, field(object, ...path), { type, dialect }));
  return [...copied, ...vectorColumns(table, object, dialect), ...extras];
}

/** The names of the parts of vectors. */
const VECTORS: readonly (readonly [field: string, names: readonly string[]])[] = [
  ["bbox", ["bbox_x", "bbox_y", "bbox_w", "bbox_h"]],
  ["color", ["color_r", "color_g", "color_b"]],
  ["location", ["location_x", "location_y", "location_z"]],
];

function vectorColumns(table: ObjectTable, object: string, dialect: Dialect): TableColumn[] {
  const vectors = { scenes: [], images: [], categories: VECTORS.slice(1, 2), annotations: VECTORS }[table];
  return vectors.flatMap(([name, parts]) => {
    return parts.map((part, place) => number(part, dialect.item(field(object, name), String(place + 1))));
  });
}

/** A column of numbers. */
export function number(name: string, value: string): TableColumn {
  return { name, value, type: "float64" };
}

/** A column, with lists without items missing. */
function column(
  name: string,
  value: string,
  { type, dialect }: { type: EngineType; dialect: Dialect },
): TableColumn {
  const isList = typeof type === "string" && type.endsWith("[]");
  return { name, type, value: isList ? `CASE WHEN ${dialect.length(value)} > 0 THEN ${value} END` : value };
}

import type { SchemaElement } from "hyparquet";
import type { ColumnType, ScalarType } from "../tables/column-type.ts";
import { structFields } from "../tables/struct-type.ts";
import { itemTypeOf } from "./to-cell.ts";

const PHYSICAL: Readonly<Record<ScalarType, Omit<SchemaElement, "name">>> = {
  bool: { type: "BOOLEAN" },
  int32: { type: "INT32" },
  int64: { type: "INT64" },
  float64: { type: "DOUBLE" },
  timestamp: {
    type: "INT64",
    converted_type: "TIMESTAMP_MICROS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" },
  },
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
};

interface NamedType {
  readonly name: string;
  readonly type: ColumnType;
}

/** The schema of a Parquet file with these columns, as the format lists it: parents before children. */
export function parquetSchemaOf(columns: readonly NamedType[]): SchemaElement[] {
  return [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

/** Lists take the three levels of the format's rules, whose names DuckDB, Spark and Arrow all expect. */
function elementsOf({ name, type }: NamedType): SchemaElement[] {
  const group = { name, repetition_type: "OPTIONAL" } as const;
  const itemType = itemTypeOf(type);
  if (itemType !== null) {
    return [
      { ...group, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
      { name: "list", repetition_type: "REPEATED", num_children: 1 },
      ...elementsOf({ name: "element", type: itemType }),
    ];
  }
  const fields = structFields(type);
  if (fields === null) return [{ ...group, ...PHYSICAL[type as ScalarType] }];
  const children = fields.flatMap(([field, fieldType]) => elementsOf({ name: field, type: fieldType }));
  return [{ ...group, num_children: fields.length }, ...children];
}

import type { SchemaElement } from "hyparquet";
import type { ColumnType, ScalarType } from "../tables/column-type.ts";
import type { CellColumn } from "./table-cells.ts";
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

/** The schema of a Parquet file with these columns, as the format lists it: parents before children. */
export function parquetSchemaOf(columns: readonly CellColumn[]): SchemaElement[] {
  const root: SchemaElement = { name: "root", num_children: columns.length };
  return [root, ...columns.flatMap(({ name, type, nullable }) => elementsOf(type, { name, nullable }))];
}

/** Lists take the three levels of the format's rules, whose names DuckDB, Spark and Arrow all expect. */
function elementsOf(
  type: ColumnType,
  { name, nullable }: { name: string; nullable: boolean },
): SchemaElement[] {
  const repetition_type = nullable ? "OPTIONAL" : "REQUIRED";
  const itemType = itemTypeOf(type);
  if (itemType === null) return [{ name, repetition_type, ...PHYSICAL[type as ScalarType] }];
  return [
    { name, repetition_type, num_children: 1, converted_type: "LIST", logical_type: { type: "LIST" } },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...elementsOf(itemType, { name: "element", nullable: true }),
  ];
}

import type { SchemaTree } from "hyparquet";
import type { ColumnType } from "../tables/column-type.ts";
import { structType } from "../tables/struct-type.ts";
import { listOf } from "./list-of.ts";

/** The table type that holds a Parquet column's values, or null where none does. */
export function parquetTypeOf(node: SchemaTree): ColumnType | null {
  const { converted_type, logical_type, repetition_type } = node.element;
  const meaning = logical_type?.type ?? converted_type;
  if (meaning === "LIST") return listOf(itemOf(node));
  if (repetition_type === "REPEATED") return null;
  if (node.children.length === 0) return leafTypeOf(node.element);
  return meaning === undefined ? structTypeOf(node.children) : null;
}

function structTypeOf(fields: readonly SchemaTree[]): ColumnType | null {
  const types = fields.map((field) => [field.element.name, parquetTypeOf(field)] as const);
  return types.some(([, type]) => type === null) ? null : structType(types as [string, ColumnType][]);
}

function itemOf(list: SchemaTree): ColumnType | null {
  const repeated = list.children[0];
  if (repeated === undefined) return null;
  if (repeated.children.length > 1) return null;
  const item = repeated.children[0];
  return item === undefined ? leafTypeOf(repeated.element) : parquetTypeOf(item);
}

function leafTypeOf({ type, converted_type, logical_type }: SchemaTree["element"]): ColumnType | null {
  const meaning = logical_type?.type ?? converted_type ?? "";
  if (meaning === "DECIMAL") return "float64";
  if (meaning.startsWith("TIMESTAMP")) return "timestamp";
  if (/^(DATE|TIME)/.test(meaning)) return null;
  switch (type) {
    case "BOOLEAN":
      return "bool";
    case "INT32":
      return converted_type === "UINT_32" ? "int64" : "int32";
    case "INT64":
      return "int64";
    case "INT96":
      return "timestamp";
    case "FLOAT":
    case "DOUBLE":
      return "float64";
    case "BYTE_ARRAY":
      return meaning === "BSON" ? null : "string";
    case "FIXED_LEN_BYTE_ARRAY":
      return meaning === "FLOAT16" ? "float64" : meaning === "UUID" ? "string" : null;
    default:
      return null;
  }
}

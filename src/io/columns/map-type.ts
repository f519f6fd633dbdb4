import type { ColumnType, ScalarType, StructType } from "../../tables/column-type.ts";
import { structFields, structType } from "../../tables/struct-type.ts";
import { itemTypeOf } from "../to-cell.ts";

/** A type with each of its scalar types replaced, in lists and structures, too. */
export function mapType(type: ColumnType, replace: (scalar: ScalarType) => ScalarType): ColumnType {
  const item = itemTypeOf(type);
  if (item !== null) return `${mapType(item, replace) as StructType}[]`;
  const fields = structFields(type);
  if (fields === null) return replace(type as ScalarType);
  return structType(fields.map(([name, field]) => [name, mapType(field, replace)] as const));
}

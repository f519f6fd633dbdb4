import {
  bool,
  type DataType,
  field,
  float64,
  int32,
  int64,
  list,
  struct,
  TimeUnit,
  Type,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import type { ColumnType, ScalarType } from "../../tables/column-type.ts";
import { structFields, structType } from "../../tables/struct-type.ts";
import { listOf } from "../list-of.ts";
import { itemTypeOf } from "../to-cell.ts";

const SCALARS: Readonly<Record<ScalarType, () => DataType>> = {
  bool,
  int32,
  int64,
  float64,
  string: utf8,
  timestamp: () => timestamp(TimeUnit.MICROSECOND, "UTC"),
};

/** The Arrow type of a column type. */
export function toArrowType(type: ColumnType): DataType {
  const item = itemTypeOf(type);
  if (item !== null) return list(toArrowType(item));
  const fields = structFields(type);
  if (fields === null) return SCALARS[type as ScalarType]();
  return struct(fields.map(([name, fieldType]) => field(name, toArrowType(fieldType))));
}

/** The column type that holds an Arrow column's values, or null where none does. */
export function fromArrowType(type: DataType): ColumnType | null {
  switch (type.typeId) {
    case Type.Dictionary:
      return fromArrowType(type.dictionary);
    case Type.Bool:
      return "bool";
    case Type.Int:
      return type.bitWidth === 64 || (type.bitWidth === 32 && !type.signed) ? "int64" : "int32";
    case Type.Float:
    case Type.Decimal:
      return "float64";
    case Type.Timestamp:
      return "timestamp";
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
    case Type.Null:
      return "string";
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
    case Type.ListView:
    case Type.LargeListView:
      return listOf(fromArrowType(type.children[0].type));
    case Type.Struct:
      return structOf(type.children);
    default:
      return null;
  }
}

function structOf(fields: readonly { name: string; type: DataType }[]): ColumnType | null {
  const types = fields.map(({ name, type }) => [name, fromArrowType(type)] as const);
  if (types.length === 0 || types.some(([, type]) => type === null)) return null;
  return structType(types as [string, ColumnType][]);
}

import {
  bool,
  type DataType,
  float64,
  int32,
  int64,
  list,
  TimeUnit,
  Type,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import type { ColumnType, ScalarType } from "../tables/column-type.ts";
import { listOf } from "./list-of.ts";
import { itemTypeOf } from "./to-cell.ts";

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
  return item === null ? SCALARS[type as ScalarType]() : list(toArrowType(item));
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
    default:
      return null;
  }
}

import type { ParamType } from "../api/wire-types.ts";
import type { ScalarType } from "../tables/column-type.ts";

const COLUMN_TYPES: Record<ParamType, ScalarType> = {
  str: "string",
  uuid: "string",
  bool: "bool",
  int: "int32",
  float: "float64",
};

/** The column type of a parameter's values. */
export function paramColumnType(type: ParamType): ScalarType {
  return COLUMN_TYPES[type];
}

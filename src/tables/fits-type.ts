import type { ColumnType } from "./column-type.ts";
import { inferColumnType } from "./infer-column-type.ts";

/** Whether a value that is not missing can stand in a column of a type; `int32` columns widen to hold any integer. */
export function fitsType(value: unknown, type: ColumnType): boolean {
  switch (type) {
    case "float64":
      return typeof value === "number";
    case "int32":
    case "int64":
      return Number.isSafeInteger(value) || typeof value === "bigint";
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    default:
      return inferColumnType([value]) === type;
  }
}

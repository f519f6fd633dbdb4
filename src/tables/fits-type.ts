import { isInt64 } from "../util/is-int64.ts";
import type { ColumnType } from "./column-type.ts";
import { inferColumnType } from "./infer-column-type.ts";

/** Lists with an item tell the type that an empty list leaves open. */
const EXAMPLES: Partial<Record<ColumnType, unknown[]>> = {
  "bool[]": [false],
  "bool[][]": [[false]],
  "float64[]": [0],
  "float64[][]": [[0]],
  "string[]": [""],
  "string[][]": [[""]],
  "timestamp[]": [new Date(0)],
  "timestamp[][]": [[new Date(0)]],
};

/** Whether a value that is not missing can stand in a column of a type; `int32` columns widen to hold any of 64 bits. */
export function fitsType(value: unknown, type: ColumnType): boolean {
  switch (type) {
    case "float64":
      return typeof value === "number";
    case "int32":
    case "int64":
      return typeof value === "bigint" ? isInt64(value) : Number.isSafeInteger(value);
    case "string":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "timestamp":
      return value instanceof Date && !Number.isNaN(value.getTime());
    default:
      return inferColumnType([value, EXAMPLES[type]]) === type;
  }
}

import type { ColumnType } from "../../tables/column-type.ts";
import type { FlatColumn } from "./flat-column.ts";

/** The type of a flat column's values. */
export function flatType(column: FlatColumn): ColumnType {
  return "type" in column ? column.type : "string";
}

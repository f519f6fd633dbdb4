import type { FlatColumn } from "./flat-column.ts";

/** The number of rows of a flat column. */
export function flatLength(column: FlatColumn): number {
  switch (column.kind) {
    case "codes":
      return column.codes.length;
    case "lists":
      return column.offsets.length - 1;
    case "structs":
      return column.length;
    default:
      return column.values.length;
  }
}

import type { ColumnType, ScalarType } from "../tables/column-type.ts";

/** The type of lists of a type, or null where tables have none: below null, or beyond lists of lists. */
export function listOf(item: ColumnType | null): ColumnType | null {
  if (item === null || item.endsWith("[][]")) return null;
  return `${item as ScalarType}[]`;
}

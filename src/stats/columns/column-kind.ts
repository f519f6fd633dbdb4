import type { ColumnType } from "../../tables/column-type.ts";

/** What statistics make of a column: numbers, truth values, texts, moments, lists, or else (`other`). */
export type ColumnKind = "numeric" | "boolean" | "categorical" | "time" | "list" | "other";

/**
 * The kind of a column of a type.
 *
 * @param type Null where the values have no common type.
 */
export function columnKind(type: ColumnType | null): ColumnKind {
  if (type === null) return "other";
  if (type.endsWith("[]")) return "list";
  if (type === "bool") return "boolean";
  if (type === "string") return "categorical";
  if (type === "timestamp") return "time";
  return type === "int32" || type === "int64" || type === "float64" ? "numeric" : "other";
}

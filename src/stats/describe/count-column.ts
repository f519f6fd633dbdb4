import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";

/** A column of numbers of rows: integers, or floating-point numbers where rows have weights. */
export function countColumn(counts: readonly (number | null)[], weight: string | undefined): ColumnLike {
  return makeColumn(weight === undefined ? "int32" : "float64", counts);
}

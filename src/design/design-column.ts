import type { ColumnLike } from "../tables/column-type-of.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { makeColumn } from "../tables/make-column.ts";

/** A column of a design from its values; whole numbers make an integer column. */
export function designColumn(values: readonly unknown[]): ColumnLike {
  const type = inferColumnType(values, { integers: true });
  return type === null ? [...values] : makeColumn(type, values);
}

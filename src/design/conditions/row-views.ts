import type { ColumnLike } from "../../tables/column-type-of.ts";
import type { RowView } from "./derive.ts";

/** The row that `row()` says at the time, each column's value taken when it is read. */
export function viewOf(columns: Iterable<readonly [string, ColumnLike]>, row: () => number): RowView {
  const getters = Array.from(columns, ([name, column]) => {
    return [name, { enumerable: true, get: () => column.at(row()) }] as const;
  });
  return Object.defineProperties(Object.create(null), Object.fromEntries(getters));
}

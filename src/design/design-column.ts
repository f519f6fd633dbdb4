import type { ColumnTable } from "arquero";
import type { ParamValue } from "../params/job-params.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";

/** A column of a design from its values, which it may hold; whole numbers make an integer column. */
export function designColumn(values: readonly unknown[]): ColumnLike {
  const type = inferColumnType(values, { integers: true });
  return type === null ? [...values] : makeColumn(type, values);
}

/** A table of one column for each list of values. */
export function designColumns(values: Readonly<Record<string, readonly ParamValue[]>>): ColumnTable[] {
  return Object.entries(values).map(([name, list]) => {
    if (Array.isArray(list) || ArrayBuffer.isView(list)) return makeTable([[name, designColumn([...list])]]);
    throw new TypeError(`The values of "${name}" must be a list, got ${JSON.stringify(list)}`);
  });
}

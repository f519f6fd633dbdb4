import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { designColumn } from "../design-column.ts";
import type { PlannedColumn } from "./plan.ts";

function columnOf({ type, values }: PlannedColumn): ColumnLike {
  if (type === undefined) return designColumn(values);
  return type === null ? [...values] : makeColumn(type, [...values]);
}

/** The table that a plan holds. */
export function plannedTable(columns: readonly PlannedColumn[]): ColumnTable {
  return makeTable(columns.map((column): [string, ColumnLike] => [column.name, columnOf(column)]));
}

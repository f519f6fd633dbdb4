import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import type { RowView } from "./derive.ts";
import { type Expression, evaluate } from "./expression.ts";
import { viewOf } from "./row-views.ts";

/** Which rows to keep: a function of a row, or an Arquero expression as text. */
export type Condition = ((row: RowView) => boolean) | Expression;

/** Whether each row of a table satisfies a condition, asked for row by row. */
export function rowTest(source: ColumnTable, where: Condition): Iterable<boolean> {
  if (typeof where === "string") {
    return Array.from(evaluate(source, where, { what: "where" }), Boolean);
  }
  return testRows(source, where);
}

function* testRows(source: ColumnTable, where: (row: RowView) => boolean): Iterable<boolean> {
  let current = 0;
  const columns = source.columnNames().map((name) => [name, shownColumn(source, name)] as const);
  const row = viewOf(columns, () => current);
  for (; current < source.numRows(); current++) yield where(row);
}

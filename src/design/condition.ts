import type { ColumnTable } from "arquero";
import type { RowView } from "./derive.ts";
import { type Expression, evaluate } from "./expression.ts";

/** Which rows to keep: a function of a row, or an Arquero expression as text. */
export type Condition = ((row: RowView) => boolean) | Expression;

/** Whether each row of a table satisfies a condition, asked for row by row. */
export function rowTest(source: ColumnTable, where: Condition): Iterable<boolean> {
  if (typeof where === "string") {
    return Array.from(evaluate(source, where, { what: "where" }), Boolean);
  }
  return testRows(source as unknown as Iterable<RowView>, where);
}

function* testRows(rows: Iterable<RowView>, where: (row: RowView) => boolean): Iterable<boolean> {
  for (const row of rows) yield where(row);
}

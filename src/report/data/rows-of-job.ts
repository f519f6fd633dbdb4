import type { ColumnTable } from "arquero";
import { rowOrder } from "../../dataset/row-order.ts";
import type { TableName } from "../../dataset/table-names.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";
import type { ReportSource } from "../report-source.ts";
import { isIngested } from "./is-ingested.ts";

/** The rows of one job in a table of labels; null where the dataset has no such table. */
export async function rowsOfJob(
  dataset: ReportSource,
  table: TableName,
  { jobId, signal }: { jobId: string; signal: AbortSignal | undefined },
): Promise<ColumnTable | null> {
  if (!isIngested(dataset)) return rowsWhere(dataset.table(table), { job_id: jobId });
  if (!dataset.tableNames.includes(table)) return null;
  // A cluster gives rows in any order, unless it is told one; files are read as they are.
  const order =
    "engine" in dataset ? ` ORDER BY ${rowOrder(dataset.columns(table).map(([name]) => name))}` : "";
  return dataset.sql(
    `SELECT * FROM ${table} WHERE job_id = ?${order}`,
    [jobId],
    signal === undefined ? {} : { signal },
  );
}

/** The rows of a table that have some values. */
export function rowsWhere(table: ColumnTable, wanted: Readonly<Record<string, unknown>>): ColumnTable {
  const columns = Object.entries(wanted).map(([name, value]) => [shownColumn(table, name), value] as const);
  const rows: number[] = [];
  for (let row = 0; row < table.numRows(); row++) {
    if (columns.every(([column, value]) => column.at(row) === value)) rows.push(row);
  }
  return takeRows(table, rows);
}

import type { ColumnTable } from "arquero";
import type { TableName } from "../../dataset/table-names.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";
import type { ReportSource } from "../report-source.ts";
import { isParquet } from "./is-parquet.ts";

/** The rows of one job in a table of labels; null where the dataset has no such table. */
export async function rowsOfJob(
  dataset: ReportSource,
  table: TableName,
  { jobId, signal }: { jobId: string; signal: AbortSignal | undefined },
): Promise<ColumnTable | null> {
  if (!isParquet(dataset)) return rowsWhere(dataset.table(table), { job_id: jobId });
  if (!dataset.tableNames.includes(table)) return null;
  return dataset.sql(
    `SELECT * FROM ${table} WHERE job_id = ?`,
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

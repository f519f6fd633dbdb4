import { readParquet } from "../../io/read-parquet.ts";
import type { LabelTableName } from "../../labels/schemas.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { castColumn, missingColumn, naturalColumn } from "./cast-column.ts";
import type { RewriteResult, RewriteTask, TaskSettings } from "./task.ts";
import { writePart } from "./write-part.ts";

/** Writes a part anew with the rows of some of its jobs, and with other columns. */
export async function rewritePart(
  { source, target, part, jobs, columns, metadata }: RewriteTask,
  { compression }: TaskSettings,
): Promise<RewriteResult> {
  const wanted = new Set(jobs);
  const kept = part.jobs.filter(([jobId]) => wanted.has(jobId));
  const all = await readParquet(source);
  const table = kept.length === part.jobs.length ? all : takeRows(all, rowsOf(part.jobs, wanted));
  const natural = new Map<string, ColumnLike>();
  for (const [name, type] of part.natural) {
    natural.set(name, naturalColumn(table.column(name) as ColumnLike, type));
  }
  const mixed = new Set(part.natural.filter(([, { mixed }]) => mixed).map(([name]) => name));
  const made =
    columns === null
      ? [...natural]
      : columns.map(([name, type]): [string, ColumnLike] => {
          const column = natural.get(name);
          return [
            name,
            column === undefined ? missingColumn(type, table.numRows()) : castColumn(column, type),
          ];
        });
  const written = await writePart(makeTable(made), target, {
    table: part.table as LabelTableName,
    compression,
    isMixed: (name) => mixed.has(name),
    metadata,
  });
  // What the values are does not change with the type that they are kept as.
  return { ...written, natural: columns === null ? written.natural : part.natural, jobs: kept };
}

function rowsOf(jobs: readonly (readonly [string, number])[], wanted: ReadonlySet<string>): number[] {
  const places: number[] = [];
  let start = 0;
  for (const [jobId, rows] of jobs) {
    if (wanted.has(jobId)) for (let row = start; row < start + rows; row++) places.push(row);
    start += rows;
  }
  return places;
}

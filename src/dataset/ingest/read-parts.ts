import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { readParquet } from "../../io/read-parquet.ts";
import { isMissing } from "../../io/system-codes.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { joinColumns } from "../../tables/join-columns.ts";
import { makeTable } from "../../tables/make-table.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { LEVEL_KEYS } from "../curation/filter-level.ts";
import type { RowKeeper } from "../curation/row-keeper.ts";
import { lostPartError } from "./lost-part-error.ts";
import type { ManifestTable } from "./manifest.ts";
import type { Part } from "./part.ts";

type JobRows = Part["jobs"][number];

/** Which columns are read, and in which order the rows are to be. */
export interface ReadPartsOptions {
  folder: string;
  columns: readonly string[];
  /** All jobs of the folder, in the order that the rows are to have. */
  jobIds: readonly string[];
  /** What filters keep of the rows. */
  keepers: readonly RowKeeper[];
  signal: AbortSignal | undefined;
}

/** Reads the files of a table as one. */
export async function readParts(
  { name: tableName, columns: known, parts }: ManifestTable,
  { folder, columns, jobIds, keepers, signal }: ReadPartsOptions,
): Promise<ColumnTable> {
  const types = new Map(known);
  const pieces = new Map<string, ColumnLike[]>(columns.map((name) => [name, []]));
  const keys = keepers.length === 0 ? [] : LEVEL_KEYS.annotations.filter((key) => types.has(key));
  const read = [...new Set([...columns, ...keys])];
  const runs: JobRows[] = [];
  for (const { file, jobs } of parts) {
    signal?.throwIfAborted();
    let part = await readPart(folder, file, read);
    let held: readonly JobRows[] = jobs;
    for (const keep of keepers) {
      const rows = keep(tableName, part);
      if (rows === null) continue;
      part = takeRows(part, rows);
      held = countKept(held, rows);
    }
    for (const [name, column] of pieces) column.push(part.column(name) as ColumnLike);
    runs.push(...held);
  }
  const joined = makeTable(
    [...pieces].map(([name, column]) => [name, joinColumns(types.get(name) ?? "string", column)]),
  );
  const order = rowOrder(runs, jobIds);
  return order === null ? joined : takeRows(joined, order);
}

async function readPart(folder: string, file: string, columns: readonly string[]): Promise<ColumnTable> {
  try {
    return await readParquet(join(folder, file), { columns });
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw lostPartError(folder, file, cause);
  }
}

/** How many of the rows of each job are among some rows, which are in ascending order. */
function countKept(jobs: readonly JobRows[], rows: ArrayLike<number>): JobRows[] {
  let end = 0;
  let at = 0;
  return jobs.map(([jobId, count]) => {
    const first = at;
    end += count;
    while (at < rows.length && (rows[at] as number) < end) at++;
    return [jobId, at - first];
  });
}

/** The rows in the order of their jobs; null where that is how they are. */
function rowOrder(jobs: readonly JobRows[], jobIds: readonly string[]): Uint32Array | null {
  const places = new Map(jobIds.map((jobId, place) => [jobId, place]));
  const runs: { place: number; start: number; rows: number }[] = [];
  let total = 0;
  for (const [jobId, rows] of jobs) {
    runs.push({ place: places.get(jobId) ?? 0, start: total, rows });
    total += rows;
  }
  const sorted = runs.toSorted((a, b) => a.place - b.place);
  if (sorted.every((run, i) => run === runs[i])) return null;
  const order = new Uint32Array(total);
  let at = 0;
  for (const { start, rows } of sorted) for (let row = start; row < start + rows; row++) order[at++] = row;
  return order;
}

import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { readParquet } from "../../io/read-parquet.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { joinColumns } from "../../tables/join-columns.ts";
import { makeTable } from "../../tables/make-table.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { isMissingFile } from "../is-missing-file.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import type { ManifestTable } from "./manifest.ts";
import type { Part } from "./part.ts";

/** Which columns are read, and in which order the rows are to be. */
export interface ReadPartsOptions {
  folder: string;
  columns: readonly string[];
  jobIds: readonly string[];
  signal: AbortSignal | undefined;
}

/** Reads the files of a table as one. */
export async function readParts(
  { columns: known, parts }: ManifestTable,
  { folder, columns, jobIds, signal }: ReadPartsOptions,
): Promise<ColumnTable> {
  const types = new Map(known);
  const pieces = new Map<string, ColumnLike[]>(columns.map((name) => [name, []]));
  for (const { file } of parts) {
    signal?.throwIfAborted();
    const part = await readPart(folder, file, columns);
    for (const [name, column] of pieces) column.push(part.column(name) as ColumnLike);
  }
  const joined = makeTable(
    [...pieces].map(([name, column]) => [name, joinColumns(types.get(name) ?? "string", column)]),
  );
  const order = rowOrder(parts, jobIds);
  return order === null ? joined : takeRows(joined, order);
}

async function readPart(folder: string, file: string, columns: readonly string[]): Promise<ColumnTable> {
  try {
    return await readParquet(join(folder, file), { columns });
  } catch (cause) {
    if (!isMissingFile(cause)) throw cause;
    const reason = `"${file}" is not there any more, another ingest has ended since; open the dataset again`;
    throw new IngestFolderError(folder, reason, { cause });
  }
}

/** The rows in the order of their jobs; null where that is how they are. */
function rowOrder(parts: readonly Part[], jobIds: readonly string[]): Uint32Array | null {
  const places = new Map(jobIds.map((jobId, place) => [jobId, place]));
  const runs: { place: number; start: number; rows: number }[] = [];
  let total = 0;
  for (const { jobs } of parts) {
    for (const [jobId, rows] of jobs) {
      runs.push({ place: places.get(jobId) ?? 0, start: total, rows });
      total += rows;
    }
  }
  const sorted = runs.toSorted((a, b) => a.place - b.place);
  if (sorted.every((run, i) => run === runs[i])) return null;
  const order = new Uint32Array(total);
  let at = 0;
  for (const { start, rows } of sorted) for (let row = start; row < start + rows; row++) order[at++] = row;
  return order;
}

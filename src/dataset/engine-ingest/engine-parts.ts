import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Candidate, partFile } from "../ingest/candidates.ts";
import type { PartTableName } from "../ingest/task.ts";
import type { EngineContext } from "./engine-context.ts";
import type { StageColumns, TableColumns } from "./table-plans.ts";
import { writtenFiles } from "./written-files.ts";

/** What is known of tables that an engine has written into a workspace that this process reaches. */
export interface EnginePartsOptions {
  tables: readonly PartTableName[];
  /** The folder of the workspace. */
  folder: string;
  own: StageColumns;
  columns: TableColumns;
  /** The number of columns by which partitions are made. */
  depth: number;
  /** The number of the group of jobs. */
  group: number;
  /** Tells what was written from what others have. */
  hash: string;
}

/** The files of tables that an engine has written, with what is in them. */
export async function engineParts(
  { tables, folder, own, columns, depth, group, hash }: EnginePartsOptions,
  { engine, workspace, progress, signal }: EngineContext,
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const table of tables) {
    const path = workspace.folder(`${folder}/${table}`);
    const found = await readdir(path, { recursive: true });
    if (!found.some((name) => name.endsWith(".parquet"))) continue;
    const files = await writtenFiles(engine, { folder: path, depth, ...progress.statement(signal) });
    for (const [number, { file, rows, jobs }] of files.entries()) {
      const source = join(path, file);
      const key = file
        .split("/")
        .slice(0, -1)
        .map((segment) => segment.slice(segment.indexOf("=") + 1));
      const part = {
        table,
        file,
        rows,
        bytes: (await stat(source)).size,
        key,
        jobs,
        natural: own[table].natural,
        columns: columns[table],
        flush: hash,
      };
      candidates.push({ part, source, name: partFile(group, number, hash) });
    }
  }
  return candidates;
}

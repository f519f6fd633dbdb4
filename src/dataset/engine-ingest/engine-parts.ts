import { fileBelow } from "../engine-folder.ts";
import { type Candidate, partFile } from "../ingest/candidates.ts";
import type { PartTableName } from "../ingest/task.ts";
import type { EngineContext } from "./engine-context.ts";
import type { StageColumns, TableColumns } from "./table-plans.ts";
import { writtenFiles } from "./written-files.ts";

/** What is known of tables that an engine has written into a workspace. */
export interface EnginePartsOptions {
  tables: readonly PartTableName[];
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
  { tables, own, columns, depth, group, hash }: EnginePartsOptions,
  { engine, workspace, progress, signal }: EngineContext,
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const table of tables) {
    const name = workspace.tableName(table, hash);
    const sizes = await workspace.parquetFiles(name, depth);
    if (sizes.size === 0) continue;
    const folder = workspace.folder(name);
    const files = await writtenFiles(engine, { folder, depth, ...progress.statement(signal) });
    for (const [number, { file, rows, jobs }] of files.entries()) {
      const key = file
        .split("/")
        .slice(0, -1)
        .map((segment) => segment.slice(segment.indexOf("=") + 1));
      const part = {
        table,
        file,
        rows,
        bytes: sizes.get(file) ?? 0,
        key,
        jobs,
        natural: own[table].natural,
        columns: columns[table],
        flush: hash,
      };
      candidates.push({ part, source: fileBelow(folder, file), name: partFile(group, number, hash) });
    }
  }
  return candidates;
}

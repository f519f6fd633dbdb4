import type { ColumnTable } from "arquero";
import type { ManifestTable } from "../../ingest/manifest.ts";
import { wholeTable } from "../../ingest/whole-table.ts";
import type { EngineContext } from "../engine-context.ts";
import { writeRows } from "./write-rows.ts";

/** Where a table goes that is made of what is known of jobs. */
export interface WriteJobTableOptions {
  name: "jobs" | "problems";
  /** Tells it from earlier ones. */
  hash: string;
}

/** Has an engine write a table that is in memory. */
export async function writeJobTable(
  table: ColumnTable,
  { name, hash }: WriteJobTableOptions,
  context: EngineContext,
): Promise<ManifestTable> {
  const { workspace } = context;
  const folder = workspace.tableName(name, hash);
  await writeRows(table, { path: workspace.folder(folder), most: 20_000 }, context);
  const files = await workspace.parquetFiles(folder, 0);
  return wholeTable(
    name,
    table,
    Array.from(files, ([file, bytes]) => [`${folder}/${file}`, bytes]),
  );
}

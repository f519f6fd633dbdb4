import type { ColumnTable } from "arquero";
import { type ColumnLike, columnTypeOf } from "../../../tables/column-type-of.ts";
import type { ManifestTable } from "../../ingest/manifest.ts";
import type { NamedType } from "../../ingest/part.ts";
import type { EngineContext } from "../engine-context.ts";
import { registerRows } from "../register-rows.ts";

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
  const { engine, workspace, progress, signal } = context;
  const folder = workspace.tableName(name, hash);
  await registerRows("own_rows", table, context, 20_000);
  const path = workspace.folder(folder);
  const query = "SELECT /*+ COALESCE(1) */ * FROM own_rows";
  await engine.writeTable(query, { path, mode: "overwrite", ...progress.statement(signal) });
  const columns = table.columnNames().map((column): NamedType => {
    return [column, columnTypeOf(table.column(column) as ColumnLike, column)];
  });
  const files = await workspace.parquetFiles(folder, 0);
  const parts = Array.from(files, ([file, bytes]) => {
    const rows = table.numRows();
    return {
      table: name,
      file: `${folder}/${file}`,
      rows,
      bytes,
      key: [],
      jobs: [],
      natural: [],
      columns,
      flush: "",
    };
  });
  return { name, columns, parts };
}

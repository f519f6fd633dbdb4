import type { ColumnTable } from "arquero";
import { DuckDbEngine } from "../../engine/duckdb/duckdb-engine.ts";
import type { SqlTables } from "../../engine/sql-table.ts";
import { namesError } from "../../io/duckdb/name-error.ts";
import { inspectFile } from "../../io/inspect-file.ts";
import { parquetLayout } from "../../io/parquet-layout.ts";
import { writeTable } from "../../io/write-table.ts";
import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import type { ExportedTable, ExportOptions, ExportTarget } from "../export-tables.ts";
import type { TableName } from "../table-names.ts";

/** What {@link exportFiles} writes. */
export interface ExportFilesOptions extends ExportOptions {
  /** Where queries get the tables' rows. */
  sources: SqlTables;
  /** The names of a table's columns. */
  columns: (name: TableName) => readonly string[];
  /** Reads a table, for formats that are written from memory. */
  read: (name: TableName) => Promise<ColumnTable>;
  metadata: (name: TableName) => Readonly<Record<string, string>>;
}

/** Writes tables that lie in files to other files: to Parquet without holding a table in memory, where DuckDB is there. */
export async function exportFiles(
  targets: readonly ExportTarget[],
  {
    format = "parquet",
    force = false,
    guardFormulas = false,
    signal,
    onProgress,
    sources,
    columns,
    read,
    metadata,
  }: ExportFilesOptions,
): Promise<ExportedTable[]> {
  const engine = format === "parquet" ? await openEngine(sources) : null;
  const written: ExportedTable[] = [];
  try {
    for (const { table: name, path } of targets) {
      signal?.throwIfAborted();
      const about = metadata(name);
      let rows: number;
      // DuckDB would give a column another name that differs from one before it in capital letters only.
      if (engine === null || namesError(columns(name)) !== null) {
        const table = await read(name);
        await writeTable(table, path, { format, force, guardFormulas, metadata: about });
        rows = table.numRows();
      } else {
        await engine.copyTable(name, { ...parquetLayout({ metadata: about }), path, force, signal });
        rows = (await inspectFile(path)).rows;
      }
      written.push({ table: name, path, rows });
      onProgress?.({ done: written.length, total: targets.length, table: name });
    }
    return written;
  } finally {
    await engine?.close();
  }
}

async function openEngine(tables: SqlTables): Promise<DuckDbEngine | null> {
  try {
    return await DuckDbEngine.over(tables, { externalAccess: true });
  } catch (error) {
    if (error instanceof InfinityFramesError && error.code === "PACKAGE_NOT_LOADED") return null;
    throw error;
  }
}

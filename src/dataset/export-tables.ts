import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { FileExistsError } from "../io/file-exists-error.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../io/table-format.ts";
import { writeTable } from "../io/write-table.ts";
import type { TableName } from "./table-names.ts";

/** How far an export is. */
export interface ExportProgress {
  /** Tables written. */
  done: number;
  /** Tables in all. */
  total: number;
  /** The table written last. */
  table: TableName;
}

/** Options of an export. */
export interface ExportOptions {
  /**
   * The format of the files.
   * @default "parquet"
   */
  format?: TableFormat;
  /**
   * Whether files that are already there are replaced.
   * @default false
   */
  force?: boolean;
  /** The tables to write. @default all, empty ones too */
  tables?: readonly TableName[];
  /** Stops the export between two tables. */
  signal?: AbortSignal;
  /** Called after each table. */
  onProgress?: (progress: ExportProgress) => void;
}

/** A table that was written. */
export interface ExportedTable {
  table: TableName;
  /** The file. */
  path: string;
  rows: number;
}

/**
 * Writes tables to the files `<name>.<format>` of a folder, in their order.
 *
 * @throws {FileExistsError} Without `force`, when one of the files exists; nothing is written then.
 * @throws {RangeError} When the format is not known.
 */
export async function exportTables(
  tables: ReadonlyMap<TableName, ColumnTable>,
  folder: string,
  options: ExportOptions,
): Promise<ExportedTable[]> {
  const { format = "parquet", force = false, tables: wanted, signal, onProgress } = options;
  if (!Object.hasOwn(EXTENSION_OF_FORMAT, format)) {
    throw new RangeError(`Cannot export format "${format}": expected parquet, arrow or csv`);
  }
  const chosen = [...tables].filter(([name]) => wanted === undefined || wanted.includes(name));
  const targets = chosen.map(([name, table]) => {
    return { name, table, path: join(folder, `${name}.${EXTENSION_OF_FORMAT[format]}`) };
  });
  for (const { path } of targets) if (!force && existsSync(path)) throw new FileExistsError(path);

  const written: ExportedTable[] = [];
  for (const { name, table, path } of targets) {
    signal?.throwIfAborted();
    await writeTable(table, path, { format, force });
    written.push({ table: name, path, rows: table.numRows() });
    onProgress?.({ done: written.length, total: targets.length, table: name });
  }
  return written;
}

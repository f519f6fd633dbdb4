import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { FileExistsError } from "../io/file-exists-error.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../io/table-format.ts";
import { writeTable } from "../io/write-table.ts";
import type { ReadProgress } from "./read-dataset.ts";
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
  /**
   * Whether texts of CSV files are kept from being run as formulas by spreadsheets, see {@link toCsv}.
   * @default false
   */
  guardFormulas?: boolean;
  /** The tables to write. @default all, empty ones too */
  tables?: readonly TableName[];
  /** Stops the export between two jobs or two tables. */
  signal?: AbortSignal;
  /** Called after each job that has to be read before the first table can be written. */
  onRead?: (progress: ReadProgress) => void;
  /** Called after each table that was written; the reading before it is told by `onRead`. */
  onProgress?: (progress: ExportProgress) => void;
}

/** A table that was written. */
export interface ExportedTable {
  table: TableName;
  /** The file. */
  path: string;
  rows: number;
}

/** A file that an export is to write. */
export interface ExportTarget {
  table: TableName;
  path: string;
}

/**
 * The files `<name>.<format>` that an export writes, in the order of the tables.
 *
 * @param names The tables there are.
 * @throws {FileExistsError} Without `force`, when one of the files exists.
 * @throws {RangeError} When the format is not known.
 */
export function exportTargets(
  names: readonly TableName[],
  folder: string,
  { format = "parquet", force = false, tables: wanted = names }: ExportOptions,
): ExportTarget[] {
  if (!Object.hasOwn(EXTENSION_OF_FORMAT, format)) {
    throw new RangeError(`Cannot export format "${format}": expected parquet, arrow or csv`);
  }
  const chosen = names.filter((name) => wanted.includes(name));
  const targets = chosen.map((table) => {
    return { table, path: join(folder, `${table}.${EXTENSION_OF_FORMAT[format]}`) };
  });
  for (const { path } of targets) if (!force && existsSync(path)) throw new FileExistsError(path);
  return targets;
}

/**
 * Writes tables to files.
 *
 * @throws {FileExistsError} Without `force`, when a file exists; tables written by then stay.
 */
export async function exportTables(
  tables: ReadonlyMap<TableName, ColumnTable>,
  targets: readonly ExportTarget[],
  { format = "parquet", force = false, guardFormulas = false, signal, onProgress }: ExportOptions,
): Promise<ExportedTable[]> {
  const written: ExportedTable[] = [];
  for (const { table: name, path } of targets) {
    signal?.throwIfAborted();
    const table = tables.get(name) as ColumnTable;
    await writeTable(table, path, { format, force, guardFormulas });
    written.push({ table: name, path, rows: table.numRows() });
    onProgress?.({ done: written.length, total: targets.length, table: name });
  }
  return written;
}

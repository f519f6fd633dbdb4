import { dirname, relative } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { quoteText } from "../../../io/duckdb/quote-text.ts";
import { TableReadError } from "../../../io/table-read-error.ts";
import { quoteName } from "../../../util/quote-name.ts";
import { duckDbType } from "../../dialect/duckdb-type.ts";
import type { ParquetSource } from "../../engine-source.ts";
import { filePattern, isRemote, localPath } from "./file-pattern.ts";
import { kindOf, PARQUET, parquetFiles, partitionKeys } from "./parquet-files.ts";

/** The query of the rows of Parquet files, whose paths are patterns to DuckDB where it may look for files. */
export function fileRows(paths: readonly string[]): string {
  // Folders called `name=value` add no columns: whoever wrote the files has put in them what there is.
  return `SELECT * FROM read_parquet([${paths.map(quoteText).join(", ")}], hive_partitioning = false, union_by_name = true)`;
}

/**
 * The query of a source of Parquet files: folders `<column>=<value>` in a folder that is given are columns of texts.
 *
 * @throws {TableReadError} When a file is missing, or a folder holds no Parquet file.
 */
export async function parquetRows(
  connection: DuckDBConnection,
  { files, columns }: ParquetSource,
): Promise<string> {
  const rows = (await groupsOf(files)).map((group) => `(${group})`).join(" UNION ALL BY NAME ");
  if (columns === undefined) return `SELECT * FROM (${rows})`;
  const described = await (await connection.run(`DESCRIBE SELECT * FROM (${rows})`)).getRows();
  const there = new Set(described.map(([name]) => String(name).toLowerCase()));
  const selected = columns.map(([name, type]) => {
    const value = there.has(name.toLowerCase()) ? quoteName(name) : "NULL";
    return `CAST(${value} AS ${duckDbType(type)}) AS ${quoteName(name)}`;
  });
  return `SELECT ${selected.join(", ")} FROM (${rows})`;
}

/** The queries that give the rows of files and folders: one for all files, and one for each folder. */
async function groupsOf(paths: readonly string[]): Promise<string[]> {
  const plain: string[] = [];
  const groups: string[] = [];
  for (const path of paths) {
    if (isRemote(path)) {
      groups.push(remoteRows(path));
      continue;
    }
    const kind = await kindOf(localPath(path));
    if (kind === null) throw new TableReadError({ path, reason: "there is no such file" });
    if (kind === "file") plain.push(path);
    else groups.push(folderRows(await parquetFiles(localPath(path)), localPath(path)));
  }
  return plain.length === 0 ? groups : [fileRows(plain.map(filePattern)), ...groups];
}

function folderRows(files: readonly string[], folder: string): string {
  const keys = new Set(files.flatMap((file) => partitionKeys(dirname(relative(folder, file)))));
  if (keys.size === 0) return fileRows(files.map(filePattern));
  // Folders further up are no partitions.
  const others = partitionKeys(folder).filter((key) => !keys.has(key));
  const excluded = others.length === 0 ? "" : ` EXCLUDE (${others.map(quoteName).join(", ")})`;
  return partitionedRows(files.map(filePattern), excluded);
}

function remoteRows(path: string): string {
  return partitionedRows([path.endsWith(PARQUET) ? path : `${path.replace(/\/$/, "")}/**/*${PARQUET}`]);
}

function partitionedRows(patterns: readonly string[], excluded = ""): string {
  const list = patterns.map(quoteText).join(", ");
  return `SELECT *${excluded} FROM read_parquet([${list}], hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`;
}

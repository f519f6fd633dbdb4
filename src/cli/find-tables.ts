import { readdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { isIngested, openParquetDataset } from "../dataset/ingest/open-parquet-dataset.ts";
import { openDataset } from "../dataset/open-dataset.ts";
import type { ReadProgress } from "../dataset/read-dataset.ts";
import { TABLE_NAMES } from "../dataset/table-names.ts";
import type { SqlTable } from "../engine/sql-table.ts";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";
import { kindOfPath } from "./kind-of-path.ts";

/** How {@link findTables} reads what is not in tables yet. */
export interface FindTablesOptions {
  polygons: boolean;
  signal: AbortSignal;
  onProgress: (progress: ReadProgress) => void;
}

/**
 * The tables that paths hold, by name: files under their own names, the tables of folders that `ingest` wrote, and those
 * of the jobs in all other folders, which are read.
 *
 * @throws {InfinityFramesError} With code `TABLES_MIXED`, when some folders hold tables and others jobs, or files of one
 * name cannot be parts of one table.
 */
export async function findTables(
  paths: readonly string[],
  { polygons, signal, onProgress }: FindTablesOptions,
): Promise<Map<string, SqlTable>> {
  const tables = new Map<string, string[]>();
  const folders: string[] = [];
  for (const path of paths) {
    const kind = (await kindOfPath(path)) ?? (extname(path) === "" ? "folder" : "file");
    const found = kind === "file" ? fileTable(path) : await ingestedTables(path);
    if (found.length === 0) folders.push(path);
    for (const [name, files] of found) tables.set(name, [...(tables.get(name) ?? []), ...files]);
  }
  const read = await readTables(folders, { polygons, signal, onProgress });
  const twice = [...read.keys()].find((name) => tables.has(name));
  if (twice !== undefined) {
    throw new InfinityFramesError(
      "TABLES_MIXED",
      `There are two tables ${twice}: ${folders.join(", ")} hold jobs, other paths hold tables; ingest the jobs, or query them apart`,
    );
  }
  return new Map<string, SqlTable>([
    ...Array.from(tables, ([name, files]): [string, SqlTable] => [name, onlyOne(name, files)]),
    ...read,
  ]);
}

/** One file may be of any format, several are parts. */
function onlyOne(name: string, files: readonly string[]): SqlTable {
  const [first] = files;
  if (files.length === 1 && first !== undefined) return first;
  const odd = files.find((file) => extname(file).toLowerCase() !== ".parquet");
  if (odd === undefined) return files;
  throw new InfinityFramesError(
    "TABLES_MIXED",
    `There are two tables ${name}, and ${odd} cannot be a part of one: give it another name with --table NAME=${odd}`,
  );
}

function fileTable(path: string): [string, string[]][] {
  return [[basename(path, extname(path)), [path]]];
}

/** The tables of a folder that `ingest` wrote, or an export: a file each, or a folder of parts. */
async function ingestedTables(folder: string): Promise<[string, string[]][]> {
  if (await isIngested(folder)) {
    const dataset = await openParquetDataset(folder);
    return dataset.tableNames.map((name) => [name, dataset.parts(name).map(({ path }) => path)]);
  }
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = new Set<string>(TABLE_NAMES);
  const found: [string, string[]][] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const name = basename(entry.name, extname(entry.name));
    const isTable = [".parquet", ".arrow", ".csv"].includes(extname(entry.name)) && entry.isFile();
    if (isTable && names.has(name)) found.push([name, [path]]);
    if (!entry.isDirectory() || !names.has(entry.name)) continue;
    const parts = (await readdir(path, { recursive: true })).filter((file) => extname(file) === ".parquet");
    if (parts.length > 0) found.push([entry.name, parts.sort().map((file) => join(path, file))]);
  }
  return found;
}

async function readTables(
  folders: readonly string[],
  { polygons, signal, onProgress }: FindTablesOptions,
): Promise<Map<string, SqlTable>> {
  if (folders.length === 0) return new Map();
  const dataset = await openDataset(folders, { polygons, signal });
  await dataset.load({ signal, onProgress });
  return dataset.tables();
}

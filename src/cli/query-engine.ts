import { basename, extname } from "node:path";
import type { ColumnTable } from "arquero";
import type { EngineDataset } from "../dataset/engine-dataset.ts";
import { isMissingFile } from "../dataset/engine-dataset-errors.ts";
import { isAddress } from "../dataset/engine-folder.ts";
import { IngestFolderError } from "../dataset/ingest/ingest-folder-error.ts";
import { isIngested } from "../dataset/ingest/open-parquet-dataset.ts";
import { openEngineDataset } from "../dataset/open-engine-dataset.ts";
import type { Engine, StatementOptions } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import type { SqlParams } from "../engine/sql-params.ts";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";
import { kindOfPath } from "./kind-of-path.ts";

/** What {@link queryEngine} asks, and where. */
export interface EngineQuery extends StatementOptions {
  address: string;
  /** A folder that `ingest` wrote, and Parquet files or folders of such, which are tables of their own names. */
  paths: readonly string[];
  /** More tables: names and Parquet files, or folders of such. */
  tables: readonly (readonly [name: string, path: string])[];
  params: SqlParams;
}

/**
 * Runs a query on an engine, over the tables of paths that the engine reaches, too.
 *
 * @throws {InfinityFramesError} With code `TABLES_MIXED`, when several paths are folders that `ingest` wrote, or a file has
 * the name of one of its tables; with `NOT_PARQUET`, when a path is neither such a folder nor Parquet.
 */
export async function queryEngine(
  query: string,
  { address, paths, tables, params, signal, onProgress }: EngineQuery,
): Promise<ColumnTable> {
  for (const [, path] of tables) await checkParquet(path);
  for (const path of paths) if (!(await isIngested(path))) await checkParquet(path);
  const engine = await openEngine(address);
  try {
    const { dataset, own } = await openPaths(engine, paths, signal);
    const named = partsByName([...own, ...tables]);
    const twice = dataset?.tableNames.find((name) => named[name] !== undefined);
    if (twice !== undefined) {
      const message = `There are two tables ${twice}: give ${named[twice]?.join(", ")} another name with --table NAME=PATH`;
      throw new InfinityFramesError("TABLES_MIXED", message);
    }
    await engine.registerDataset(named, { signal });
    return await (dataset === null
      ? engine.query(query, params, { signal, onProgress }).toTable()
      : dataset.sql(query, params, { signal, onProgress }));
  } finally {
    await engine.close();
  }
}

/** Opens the one folder that `ingest` wrote, if any; what is no such folder is a table of its own name. */
async function openPaths(
  engine: Engine,
  paths: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ dataset: EngineDataset | null; own: (readonly [name: string, path: string])[] }> {
  const folders: [path: string, dataset: EngineDataset][] = [];
  const own: (readonly [string, string])[] = [];
  for (const path of paths) {
    const dataset = await openIfIngested(engine, path, signal);
    if (dataset === null) own.push([basename(path, extname(path)), path]);
    else folders.push([path, dataset]);
  }
  const [first, second] = folders;
  if (first !== undefined && second !== undefined) {
    const message = `${first[0]} and ${second[0]} hold tables of the same names; query them apart, or name single tables with --table NAME=PATH`;
    throw new InfinityFramesError("TABLES_MIXED", message);
  }
  return { dataset: first?.[1] ?? null, own };
}

/** Files of one name are parts of one table. */
function partsByName(tables: readonly (readonly [name: string, path: string])[]): Record<string, string[]> {
  const parts: Record<string, string[]> = {};
  for (const [name, path] of tables) parts[name] = [...(parts[name] ?? []), path];
  return parts;
}

/** Whether `ingest` wrote a folder at an address is known only to the engine. */
async function openIfIngested(
  engine: Engine,
  path: string,
  signal: AbortSignal | undefined,
): Promise<EngineDataset | null> {
  if (!isAddress(path) && !(await isIngested(path))) return null;
  try {
    return await openEngineDataset(engine, path, signal === undefined ? {} : { signal });
  } catch (error) {
    if (isAddress(path) && error instanceof IngestFolderError && isMissingFile(error.cause)) return null;
    throw error;
  }
}

/** What is here and is a file must be Parquet; what only the engine reaches is its business. */
async function checkParquet(path: string): Promise<void> {
  if ((await kindOfPath(path)) !== "file" || extname(path).toLowerCase() === ".parquet") return;
  throw new InfinityFramesError(
    "NOT_PARQUET",
    `${path} is no Parquet file: an engine reads folders that ingest wrote, and Parquet; convert writes it`,
  );
}

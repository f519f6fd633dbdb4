import { basename, extname } from "node:path";
import type { ColumnTable } from "arquero";
import { isIngested } from "../dataset/ingest/open-parquet-dataset.ts";
import { openEngineDataset } from "../dataset/open-engine-dataset.ts";
import type { StatementOptions } from "../engine/engine.ts";
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
 * @throws {InfinityFramesError} With code `TABLES_MIXED`, when several paths are folders that `ingest` wrote, or
 * `NOT_PARQUET`, when one is neither such a folder nor Parquet.
 */
export async function queryEngine(
  query: string,
  { address, paths, tables, params, signal, onProgress }: EngineQuery,
): Promise<ColumnTable> {
  const folders: string[] = [];
  const own: (readonly [string, string])[] = [];
  for (const path of paths) {
    if (await isIngested(path)) folders.push(path);
    else own.push([basename(path, extname(path)), path]);
  }
  const [folder, second] = folders;
  if (second !== undefined) {
    const message = `${folder} and ${second} hold tables of the same names; query them apart, or name single tables with --table NAME=PATH`;
    throw new InfinityFramesError("TABLES_MIXED", message);
  }
  for (const [, path] of [...own, ...tables]) await checkParquet(path);
  const engine = await openEngine(address);
  try {
    await engine.registerDataset(Object.fromEntries([...own, ...tables]), { signal });
    if (folder === undefined) return await engine.query(query, params, { signal, onProgress }).toTable();
    const dataset = await openEngineDataset(engine, folder, signal === undefined ? {} : { signal });
    return await dataset.sql(query, params, { signal, onProgress });
  } finally {
    await engine.close();
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

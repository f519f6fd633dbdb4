import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The part of DuckDB's package that programs use. */
export type DuckDb = typeof import("@duckdb/node-api");

/** The part of DuckDB's package that gives the memory of its vectors. */
export type DuckDbNative = typeof import("@duckdb/node-bindings");

/** Both parts. */
export interface DuckDbParts {
  readonly api: DuckDb;
  readonly native: DuckDbNative;
}

const HELP =
  'Cannot load DuckDB, which is native code: install "@duckdb/node-api" on a platform it has binaries for, or use what works without it (Parquet files with { engine: "js" })';

/**
 * Loads DuckDB on the first call.
 *
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when it is not installed or has no binary for this
 * platform.
 */
export function loadDuckDb(): Promise<DuckDb> {
  return explained(() => import("@duckdb/node-api"));
}

/**
 * Loads DuckDB with the functions that its own package is made of, for what it does not pass on.
 *
 * @throws {InfinityFramesError} As {@link loadDuckDb} does.
 */
export async function loadDuckDbParts(): Promise<DuckDbParts> {
  const api = await loadDuckDb();
  const native: DuckDbNative & { default?: DuckDbNative } = await explained(
    () => import("@duckdb/node-bindings"),
  );
  // What is no ES module comes as the default.
  return { api, native: native.default ?? native };
}

async function explained<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new InfinityFramesError("PACKAGE_NOT_LOADED", HELP, { cause });
  }
}

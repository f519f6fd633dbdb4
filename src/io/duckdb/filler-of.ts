import type { DuckDb, DuckDbNative } from "./load-duckdb.ts";

/** Both parts of DuckDB's package. */
export interface DuckDbParts {
  readonly api: DuckDb;
  readonly native: DuckDbNative;
}

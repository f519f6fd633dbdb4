import type { DuckDbParts } from "../../io/duckdb/load-duckdb.ts";

/** What collectors work with. */
export interface CollectorParts extends DuckDbParts {
  /** The number of rows, for memory to be asked for once; 0 where it is not known. */
  readonly rows: number;
}

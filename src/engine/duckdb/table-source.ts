import type { DuckDBConnection } from "@duckdb/node-api";

/** Where the rows of a table come from. */
export interface TableSource {
  /** The files that queries read, by absolute path. */
  readonly paths: readonly string[];
  /** Makes a connection's database ready, and gives the text that selects the table's rows. */
  select(connection: DuckDBConnection): Promise<string>;
}

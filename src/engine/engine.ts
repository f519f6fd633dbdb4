import type { RecordBatch } from "apache-arrow";
import type { ColumnTable } from "arquero";
import type { Dialect } from "./dialect/dialect.ts";
import type { EngineTables } from "./engine-source.ts";
import type { SqlParams } from "./sql-params.ts";

/** How far a statement is. */
export interface EngineProgress {
  /** What is counted: the tasks of a cluster, or the rows that an embedded database reads. */
  unit: "task" | "row";
  done: number;
  /** As far as it is known by now. */
  total: number;
  /** The bytes of files that were read; null where the engine does not tell. */
  bytesRead: number | null;
}

/** Options of every statement. */
export interface StatementOptions {
  /** Stops the statement on the engine; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Called as the statement gets on. */
  onProgress?: ((progress: EngineProgress) => void) | undefined;
}

/**
 * The rows of a query, which runs when they are asked for: as record batches of Arrow, as they come, or as one table.
 * They can be read once.
 */
export interface QueryResult extends AsyncIterable<RecordBatch> {
  /** All rows as an Arquero table, with the types that results of `sql` have. */
  toTable(): Promise<ColumnTable>;
}

/** Where {@link Engine.writeTable} writes to, and how. */
export interface WriteOptions extends StatementOptions {
  /** The folder: a path that the engine reaches, or an address such as `s3a://bucket/folder`. */
  path: string;
  /** @default "parquet" */
  format?: "parquet" | "csv" | "json" | undefined;
  /** Columns by whose values the files are laid out in folders `<column>=<value>`. @default [] */
  partitionBy?: readonly string[] | undefined;
  /**
   * What becomes of what is there already: an error, or it is replaced, or added to, or nothing is written.
   * @default "error"
   */
  mode?: "error" | "overwrite" | "append" | "ignore" | undefined;
  /** The values of the query's parameters. */
  params?: SqlParams | undefined;
}

/**
 * Runs SQL over tables, in this process or on a cluster. Close it when done. Made by `openEngine`.
 *
 * All methods but `close` reject with a `QueryError`, when the engine cannot run a statement; with an
 * `EngineConnectionError`, when the connection to a cluster is lost and cannot be made again; with a `TypeError`, when
 * there is no such option, or a parameter is missing or too many; and with the signal's reason, when it aborts.
 */
export interface Engine {
  /** Which engine it is: its SQL is the dialect of users' own queries. */
  readonly name: "duckdb" | "spark";
  /** The engine's version. */
  readonly version: string;
  /** How queries of this library are written for it. */
  readonly dialect: Dialect;

  /**
   * Runs one query, in the engine's dialect. It runs when its rows are asked for, and they can be read once.
   *
   * @param params The values of `?` as an array, or by name: `$name` for DuckDB, `:name` for Spark.
   */
  query(sql: string, params?: SqlParams, options?: StatementOptions): QueryResult;

  /** Runs a statement for what it does, such as `CREATE TABLE`. */
  exec(sql: string, params?: SqlParams, options?: StatementOptions): Promise<void>;

  /**
   * Writes the rows of a query to files in a folder.
   *
   * @throws {FileExistsError} With the mode `error`, when the path is taken.
   * @throws {RangeError} When a text by which files are laid out is empty: some readers take it for null.
   * @throws {FileWriteError} When DuckDB cannot write the files.
   */
  writeTable(query: string, options: WriteOptions): Promise<void>;

  /** Makes tables known to queries by their names; a name that is known already is given the new table. */
  registerDataset(tables: EngineTables, options?: StatementOptions): Promise<void>;

  /** How the engine would run a query, in its own words. */
  explain(sql: string, params?: SqlParams, options?: StatementOptions): Promise<string>;

  /** Stops what is running and lets go of the engine; a second call does nothing. */
  close(): Promise<void>;
}

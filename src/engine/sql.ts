import type { ColumnTable } from "arquero";
import { checkOptionNames } from "../util/check-option-names.ts";
import { DuckDbEngine } from "./duckdb/duckdb-engine.ts";
import type { DuckDbOptions } from "./duckdb/duckdb-options.ts";
import type { SqlParams } from "./sql-params.ts";
import type { SqlTables } from "./sql-table.ts";

/** Options of {@link sql}, beside the tables and parameters. */
export interface SqlLimits extends DuckDbOptions {
  /** Stops the query. */
  signal?: AbortSignal | undefined;
}

/** Options of {@link sql}. */
export interface SqlOptions extends SqlLimits {
  /** The tables that the query may name. */
  tables: SqlTables;
  /** The values of its parameters. */
  params?: SqlParams | undefined;
}

/** The names of {@link SqlLimits}, for functions that check theirs. */
export const SQL_LIMIT_NAMES: readonly string[] = [
  "signal",
  "memoryLimit",
  "maxTempBytes",
  "tempFolder",
  "threads",
  "externalAccess",
] satisfies (keyof SqlLimits)[];

/**
 * Runs one SELECT, in DuckDB's dialect, over tables in memory and in files.
 *
 * The result has DuckDB's types: integers beyond 32 bits and their sums are numbers where all of a column's are safe
 * integers, else bigints; decimals are numbers; timestamps are `Date`s where all of a column's are whole milliseconds,
 * else ISO 8601 text; lists and structures are arrays and objects. Dates, times, intervals, UUIDs and the like are
 * text, bytes hexadecimal digits, maps JSON.
 *
 * Queries only read, and reach no other file and no network, unless `externalAccess` lets them. What does not fit into
 * memory goes to temporary files.
 *
 * @throws {QueryError} When it is not one SELECT, reaches beyond the tables, or DuckDB cannot run it, such as for lack
 * of memory.
 * @throws {TypeError} When the parameters are not those of the query, a table is none, or two columns of the result
 * have the same name.
 * @throws {RangeError} When a limit is not a whole number of at least 1.
 * @throws {TableReadError} When a file is missing or cannot be read.
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const tables = { annotations: "tables/annotations.parquet" };
 * const query = "SELECT category, count(*)::INT AS boxes FROM annotations WHERE area > $least GROUP BY ALL";
 * (await sql(query, { tables, params: { least: 200 } })).objects(); // [{ category: "person", boxes: 46 }]
 * ```
 */
export async function sql(query: string, options: SqlOptions): Promise<ColumnTable> {
  checkOptionNames(options, ["tables", "params", ...SQL_LIMIT_NAMES]);
  const { tables, params, signal, ...limits } = options;
  signal?.throwIfAborted();
  const engine = await DuckDbEngine.over(tables, limits);
  try {
    return await engine.query(query, params, { signal }).toTable();
  } finally {
    await engine.close();
  }
}

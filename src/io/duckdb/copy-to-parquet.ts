import type { FlatTable } from "../columns/flatten-table.ts";
import type { ParquetLayout } from "../parquet-layout.ts";
import { copyOptions } from "./copy-options.ts";
import type { DuckDbParts } from "./load-duckdb.ts";
import { quoteText } from "./quote-text.ts";
import { rowSource } from "./row-source.ts";
import { systemError } from "./system-error.ts";

/**
 * Writes a table to a Parquet file by DuckDB.
 *
 * @throws {Error} With the `code` of the system's error where the file could not be written.
 */
export async function copyToParquet(
  table: FlatTable,
  path: string,
  { parts, threads, ...layout }: ParquetLayout & { parts: DuckDbParts; threads: number | undefined },
): Promise<void> {
  const instance = await parts.api.DuckDBInstance.create(":memory:", {
    ...(threads !== undefined && { threads: String(threads) }),
  });
  const connection = await instance.connect();
  try {
    const rows = await rowSource(connection, table, parts);
    await connection.run(`COPY (${rows}) TO ${quoteText(path)} (${copyOptions(layout)})`);
  } catch (error) {
    throw systemError(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

import type { FlatTable } from "../columns/flatten-table.ts";
import type { ParquetLayout } from "../parquet-layout.ts";
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
  { compression, rowGroupRows, metadata, parts }: ParquetLayout & { parts: DuckDbParts },
): Promise<void> {
  const instance = await parts.api.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const pairs = Object.entries(metadata).map(([key, value]) => `${quoteText(key)}: ${quoteText(value)}`);
  const options = [
    "FORMAT parquet",
    `COMPRESSION ${compression === "none" ? "uncompressed" : compression}`,
    `ROW_GROUP_SIZE ${rowGroupRows}`,
    // The path is of a temporary file already.
    "USE_TMP_FILE false",
    ...(pairs.length > 0 ? [`KV_METADATA {${pairs.join(", ")}}`] : []),
  ];
  try {
    const rows = await rowSource(connection, table, parts);
    await connection.run(`COPY (${rows}) TO ${quoteText(path)} (${options.join(", ")})`);
  } catch (error) {
    throw systemError(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

import { readFile } from "node:fs/promises";
import type { ColumnTable } from "arquero";
import { type FromParquetOptions, fromParquet } from "./from-parquet.ts";

/**
 * Reads a Parquet file as a table; see {@link fromParquet} for the types.
 *
 * @throws {RangeError} When a column asked for is not there.
 * @throws {Error} When the file cannot be read, or is not a Parquet file.
 */
export async function readParquet(path: string, options: FromParquetOptions = {}): Promise<ColumnTable> {
  return fromParquet(await readFile(path), options);
}

import { readFile } from "node:fs/promises";
import type { ColumnTable } from "arquero";
import { type FromParquetOptions, fromParquet } from "./from-parquet.ts";
import { TableReadError } from "./table-read-error.ts";
import { unopenedFile } from "./unopened-file.ts";

/**
 * Reads a Parquet file as a table; see {@link fromParquet} for the types.
 *
 * @throws {RangeError} When a column asked for is not there.
 * @throws {TableReadError} When the file cannot be read, or is not a Parquet file.
 * @example
 * ```ts
 * const jobs = await readParquet("tables/jobs.parquet", { columns: ["job_id", "scene"] });
 * [jobs.numRows(), jobs.numCols()]; // [12, 2]
 * await readParquet("none.parquet"); // throws TableReadError: Cannot read "none.parquet": there is no such file
 * ```
 */
export async function readParquet(path: string, options: FromParquetOptions = {}): Promise<ColumnTable> {
  const bytes = await readFile(path).catch((error: unknown) => Promise.reject(unopenedFile(path, error)));
  try {
    return await fromParquet(bytes, options);
  } catch (cause) {
    if (cause instanceof RangeError || !(cause instanceof Error)) throw cause;
    throw new TableReadError({ path, reason: cause.message }, { cause });
  }
}

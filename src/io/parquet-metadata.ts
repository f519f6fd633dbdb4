import { parquetMetadata as readFooter } from "hyparquet";
import { exactBuffer } from "./exact-buffer.ts";

/**
 * The texts that a Parquet file keeps beside its data, by key, as `toParquet` and `writeTable` put them there.
 *
 * @throws {Error} When the bytes are not a Parquet file.
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 *
 * await writeParquet(batch.table, "jobs.parquet", { metadata: { batch: batch.name } });
 * parquetMetadata(await readFile("jobs.parquet")); // { batch: "camera heights" }
 * ```
 */
export function parquetMetadata(bytes: ArrayBuffer | Uint8Array): Record<string, string> {
  const file = bytes instanceof Uint8Array ? exactBuffer(bytes) : bytes;
  const { key_value_metadata: pairs = [] } = readFooter(file, { geoparquet: false });
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? ""]));
}

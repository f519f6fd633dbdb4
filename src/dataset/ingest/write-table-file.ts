import { stat } from "node:fs/promises";
import type { ColumnTable } from "arquero";
import type { ParquetCompression } from "../../io/parquet-layout.ts";
import { writeParquet } from "../../io/write-parquet.ts";

/** Below this many values, starting a database takes longer than writing them without. */
const SMALL = 100_000;

/** How a file is written. */
export interface WriteTableFileOptions {
  compression: ParquetCompression;
  metadata: Readonly<Record<string, string>>;
}

/**
 * Writes a table to a Parquet file, flushed to the disk.
 *
 * @returns The size of the file.
 */
export async function writeTableFile(
  table: ColumnTable,
  path: string,
  { compression, metadata }: WriteTableFileOptions,
): Promise<number> {
  // Not every runtime compresses with zstd by itself.
  const isSmall = table.numRows() * table.numCols() < SMALL && compression !== "zstd";
  const engine = isSmall ? "js" : "auto";
  // A worker keeps one core busy: there are as many of them as there are cores to use.
  await writeParquet(table, path, { compression, metadata, engine, threads: 1, force: true });
  return (await stat(path)).size;
}

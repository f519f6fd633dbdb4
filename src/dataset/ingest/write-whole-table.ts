import { join } from "node:path";
import type { ColumnTable } from "arquero";
import type { ParquetCompression } from "../../io/parquet-layout.ts";
import type { TableName } from "../table-names.ts";
import type { ManifestTable } from "./manifest.ts";
import { wholeTable } from "./whole-table.ts";
import { writeTableFile } from "./write-table-file.ts";

/** How a table is written. */
export interface WriteWholeOptions {
  name: TableName;
  /** The folder of all tables. */
  folder: string;
  /** The file, below that folder. */
  file: string;
  compression: ParquetCompression;
  metadata: Readonly<Record<string, string>>;
}

/** Writes a table to one file. */
export async function writeWholeTable(
  table: ColumnTable,
  { name, folder, file, compression, metadata }: WriteWholeOptions,
): Promise<ManifestTable> {
  const path = join(folder, file);
  const bytes = await writeTableFile(table, path, { compression, metadata });
  return wholeTable(name, table, [[file, bytes]]);
}

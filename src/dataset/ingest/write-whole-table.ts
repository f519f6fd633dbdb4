import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ColumnTable } from "arquero";
import { writeTable } from "../../io/write-table.ts";
import { type ColumnLike, columnTypeOf } from "../../tables/column-type-of.ts";
import type { TableName } from "../table-names.ts";
import type { ParquetCompression } from "./ingest-options.ts";
import type { ManifestTable } from "./manifest.ts";
import type { NamedType } from "./part.ts";

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
  { name, folder, file, metadata }: WriteWholeOptions,
): Promise<ManifestTable> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeTable(table, path, { format: "parquet", force: true, metadata });
  const columns = table.columnNames().map((column): NamedType => {
    return [column, columnTypeOf(table.column(column) as ColumnLike, column)];
  });
  const { size: bytes } = await stat(path);
  const part = {
    table: name,
    file,
    rows: table.numRows(),
    bytes,
    key: [],
    jobs: [],
    natural: [],
    columns,
    flush: "",
  };
  return { name, columns, parts: [part] };
}

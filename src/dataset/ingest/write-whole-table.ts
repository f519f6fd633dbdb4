import { join } from "node:path";
import type { ColumnTable } from "arquero";
import type { ParquetCompression } from "../../io/parquet-layout.ts";
import { type ColumnLike, columnTypeOf } from "../../tables/column-type-of.ts";
import type { TableName } from "../table-names.ts";
import type { ManifestTable } from "./manifest.ts";
import type { NamedType } from "./part.ts";
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
  const columns = table.columnNames().map((column): NamedType => {
    return [column, columnTypeOf(table.column(column) as ColumnLike, column)];
  });
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

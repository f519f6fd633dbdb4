import type { ColumnTable } from "arquero";
import { parquetWriteBuffer } from "hyparquet-writer";
import { LIBRARY_VERSION } from "../util/library-version.ts";
import { parquetSchemaOf } from "./parquet-schema.ts";
import { tableCells } from "./table-cells.ts";

/** Options of {@link toParquet}. */
export interface ToParquetOptions {
  /**
   * Texts to keep in the file beside the data, by key.
   * @default {}
   */
  metadata?: Readonly<Record<string, string>>;
}

/** Rows of one row group: the size DuckDB works in, so that a large file can be read by several threads. */
const ROW_GROUP_ROWS = 122_880;

/**
 * A table as the bytes of a Parquet file, with the rows the table shows (its filter and order apply). Columns keep
 * their types and are compressed with Snappy; a column is nullable where values are missing. `NaN` stays `NaN`.
 *
 * @throws {TypeError} When the table has no columns, or a column holds values of no common type.
 */
export function toParquet(table: ColumnTable, options: ToParquetOptions = {}): Uint8Array {
  const { metadata = {} } = options;
  const columns = tableCells(table);
  if (columns.length === 0)
    throw new TypeError("Cannot write Parquet: the table has no columns, expected one or more");
  const file = parquetWriteBuffer({
    schema: parquetSchemaOf(columns),
    // Plain pages: older readers know neither RLE_DICTIONARY nor booleans in RLE.
    columnData: columns.map(({ name, cells }) => ({ name, data: cells as unknown[], encoding: "PLAIN" })),
    codec: "SNAPPY",
    rowGroupSize: ROW_GROUP_ROWS,
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: `infinity-frames version ${LIBRARY_VERSION}`,
  });
  return withFormatVersion1(new Uint8Array(file));
}

/**
 * Sets the footer's first field, the format version, from 2 to 1: the format's definition asks writers for 1, and
 * some readers take nothing else.
 */
function withFormatVersion1(file: Uint8Array): Uint8Array {
  const footerLength = new DataView(file.buffer, file.byteOffset).getUint32(file.byteLength - 8, true);
  const footer = file.byteLength - 8 - footerLength;
  const [I32_FIELD_1, ZIGZAG_1, ZIGZAG_2] = [0x15, 2, 4];
  if (file[footer] === I32_FIELD_1 && file[footer + 1] === ZIGZAG_2) file[footer + 1] = ZIGZAG_1;
  return file;
}

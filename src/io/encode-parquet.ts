import { parquetWriteBuffer } from "hyparquet-writer";
import { LIBRARY_VERSION } from "../util/library-version.ts";
import { flatType } from "./columns/flat-type.ts";
import { flatValues } from "./columns/flat-values.ts";
import type { FlatTable } from "./columns/flatten-table.ts";
import type { ParquetLayout } from "./parquet-layout.ts";
import { parquetSchemaOf } from "./parquet-schema.ts";
import type { Compressors } from "./zstd-compressors.ts";

const CODECS = { snappy: "SNAPPY", zstd: "ZSTD", none: "UNCOMPRESSED" } as const;

/** A table as the bytes of a Parquet file, by JavaScript. */
export function encodeParquet(
  { columns }: FlatTable,
  { compression, rowGroupRows, metadata, compressors = {} }: ParquetLayout & { compressors?: Compressors },
): Uint8Array {
  const file = parquetWriteBuffer({
    schema: parquetSchemaOf(columns.map(({ name, column }) => ({ name, type: flatType(column) }))),
    // Plain pages: older readers know neither RLE_DICTIONARY nor booleans in RLE.
    columnData: columns.map(({ name, column }) => {
      return { name, data: flatValues(column) as unknown[], encoding: "PLAIN" };
    }),
    codec: CODECS[compression],
    compressors,
    rowGroupSize: rowGroupRows,
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

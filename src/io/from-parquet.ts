import type { ColumnTable } from "arquero";
import { type ParquetParsers, parquetMetadata, parquetRead, parquetSchema } from "hyparquet";
import { makeTable } from "../tables/make-table.ts";
import { columnFromFile } from "./column-from-file.ts";
import { exactBuffer } from "./exact-buffer.ts";
import { isoTime } from "./iso-time.ts";
import { parquetTypeOf } from "./parquet-type.ts";

const utf8 = new TextDecoder();

const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => isoTime(millis * 1_000_000n),
  timestampFromMicroseconds: (micros) => isoTime(micros * 1000n),
  timestampFromNanoseconds: isoTime,
  dateFromDays: (days) => new Date(days * 86_400_000).toISOString().slice(0, "2000-01-01".length),
  jsonFromBytes: (bytes) => utf8.decode(bytes),
};

/**
 * Reads the bytes of a Parquet file, uncompressed or compressed with Snappy, as a table. Columns keep their types:
 * 64-bit integers are numbers where all of a column's are safe integers, else bigints. Dates and times become
 * ISO 8601 strings, structures and maps JSON strings.
 *
 * @throws {Error} When the bytes are not a Parquet file, or use a compression that is not supported.
 */
export async function fromParquet(bytes: ArrayBuffer | Uint8Array): Promise<ColumnTable> {
  const file = bytes instanceof Uint8Array ? exactBuffer(bytes) : bytes;
  const metadata = parquetMetadata(file, { geoparquet: false });
  const columns = new Map<string, unknown[]>();
  const nodes = parquetSchema(metadata).children;
  for (const { element } of nodes) columns.set(element.name, new Array(Number(metadata.num_rows)).fill(null));
  await parquetRead({
    file,
    metadata,
    parsers: PARSERS,
    geoparquet: false,
    onChunk({ columnName, columnData, rowStart }) {
      const values = columns.get(columnName) ?? [];
      for (let row = 0; row < columnData.length; row++) values[rowStart + row] = columnData[row];
    },
  });
  return makeTable(
    nodes.map((node) => {
      const { name } = node.element;
      return [name, columnFromFile({ name, type: parquetTypeOf(node), values: columns.get(name) ?? [] })];
    }),
  );
}

import type { ColumnTable } from "arquero";
import {
  type FileMetaData,
  type ParquetParsers,
  parquetMetadata,
  parquetRead,
  parquetSchema,
  type SchemaTree,
} from "hyparquet";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { makeTable } from "../tables/make-table.ts";
import { columnFromFile } from "./column-from-file.ts";
import { collectTexts } from "./columns/collect-texts.ts";
import { columnOfFlat } from "./columns/column-of-flat.ts";
import type { FlatNumbers } from "./columns/flat-column.ts";
import {
  collectNumbers,
  collectValues,
  isNumberType,
  type SliceCollector,
} from "./columns/slice-collector.ts";
import { exactBuffer } from "./exact-buffer.ts";
import { momentOf } from "./moment-of.ts";
import { parquetTypeOf } from "./parquet-type.ts";

const utf8 = new TextDecoder();

const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => momentOf(millis * 1_000_000n),
  timestampFromMicroseconds: (micros) => momentOf(micros * 1000n),
  timestampFromNanoseconds: momentOf,
  dateFromDays: (days) => new Date(days * 86_400_000).toISOString().slice(0, "2000-01-01".length),
  jsonFromBytes: (bytes) => utf8.decode(bytes),
};

/** Options of {@link fromParquet}. */
export interface FromParquetOptions {
  /**
   * The columns to read, in the order wanted; others are not even decoded.
   * @default all of the file's
   */
  columns?: readonly string[] | undefined;
}

/**
 * Reads the bytes of a Parquet file as a table, whichever of the format's codecs it is compressed with. Columns keep
 * their types: 64-bit integers are numbers where all of a column's are safe integers, else bigints; moments are dates
 * where all of a column's are whole milliseconds, else ISO 8601 strings; structures are objects. Days become ISO 8601
 * strings, maps and lists of more than two levels JSON strings.
 *
 * @throws {RangeError} When a column asked for is not there.
 * @throws {Error} When the bytes are not a Parquet file.
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises";
 *
 * const bytes = await readFile("tables/jobs.parquet");
 * const jobs = await fromParquet(bytes, { columns: ["scene", "camera_height"] });
 * jobs.object(0); // { scene: "GYM_1", camera_height: 0.5 }
 * await fromParquet(bytes, { columns: ["height"] }); // throws RangeError: Cannot read column "height": …
 * ```
 */
export async function fromParquet(
  bytes: ArrayBuffer | Uint8Array,
  { columns }: FromParquetOptions = {},
): Promise<ColumnTable> {
  const file = bytes instanceof Uint8Array ? exactBuffer(bytes) : bytes;
  const metadata = parquetMetadata(file, { geoparquet: false });
  const rows = Number(metadata.num_rows);
  const compressors = await compressorsFor(metadata);
  const table: [string, ColumnLike][] = [];
  // One after the other: the library makes arrays of numbers from all that it reads at once.
  for (const node of nodesOf(metadata, columns)) {
    const { name } = node.element;
    const reader = readerOf(node, rows);
    await parquetRead({
      file,
      metadata,
      parsers: PARSERS,
      geoparquet: false,
      columns: [name],
      compressors,
      onChunk: ({ columnData, rowStart }) => reader.add(columnData, rowStart),
    });
    table.push([name, reader.finish()]);
  }
  return makeTable(table);
}

type ColumnReader = SliceCollector<ColumnLike>;

function nodesOf(metadata: FileMetaData, names: readonly string[] | undefined): SchemaTree[] {
  const nodes = parquetSchema(metadata).children;
  if (names === undefined) return nodes;
  const byName = new Map(nodes.map((node) => [node.element.name, node]));
  return names.map((name) => {
    const node = byName.get(name);
    if (node !== undefined) return node;
    throw new RangeError(`Cannot read column "${name}": the file has ${[...byName.keys()].join(", ")}`);
  });
}

function readerOf(node: SchemaTree, rows: number): ColumnReader {
  const { name } = node.element;
  const type = parquetTypeOf(node);
  if (isNumberType(type)) {
    const numbers = collectNumbers(type, rows);
    return { ...numbers, finish: () => columnOfFlat(nearest(numbers.finish(), node)) };
  }
  if (type === "string" && node.element.type === "BYTE_ARRAY") {
    const texts = collectTexts(rows);
    return { ...texts, finish: () => columnOfFlat(texts.finish()) };
  }
  const values = collectValues(rows);
  return { ...values, finish: () => columnFromFile({ name, type, values: values.finish() }) };
}

/** The library multiplies decimals by a power of ten that is not exact: `12.3` would be `12.3000…002`. */
function nearest(numbers: FlatNumbers, { element: { converted_type, scale = 0 } }: SchemaTree): FlatNumbers {
  if (converted_type !== "DECIMAL" || scale === 0) return numbers;
  return {
    ...numbers,
    values: Float64Array.from(numbers.values as Float64Array, (each) => Number(each.toFixed(scale))),
  };
}

/** Decoders of every codec, which are loaded where pages are compressed. */
async function compressorsFor({ row_groups }: FileMetaData): Promise<object> {
  const isPlain = row_groups.every(({ columns }) =>
    columns.every(({ meta_data }) => (meta_data?.codec ?? "UNCOMPRESSED") === "UNCOMPRESSED"),
  );
  return isPlain ? {} : (await import("hyparquet-compressors")).compressors;
}

import type { ColumnTable } from "arquero";
import type { FlatTable } from "./columns/flatten-table.ts";
import { copyToParquet } from "./duckdb/copy-to-parquet.ts";
import { type DuckDbParts, loadDuckDbParts } from "./duckdb/load-duckdb.ts";
import { nameErrorOf, namesError } from "./duckdb/name-error.ts";
import { encodeParquet } from "./encode-parquet.ts";
import { parquetColumns } from "./parquet-columns.ts";
import { type ParquetLayout, type ParquetOptions, parquetLayout } from "./parquet-layout.ts";
import { fillFileAtomic } from "./write-file-atomic.ts";
import { writeFully } from "./write-fully.ts";
import { zstdCompressors } from "./zstd-compressors.ts";

/** What encodes a Parquet file: DuckDB, JavaScript, or DuckDB where it can. */
export type ParquetEngine = "auto" | "native" | "js";

/** Options of {@link writeParquet}. */
export interface WriteParquetOptions extends ParquetOptions {
  /**
   * What encodes the file. `native` is DuckDB, many times faster, on all cores; `js` is JavaScript alone. `auto` takes
   * DuckDB, unless it cannot be loaded or cannot hold the table's names apart, such as `a` and `A`.
   * @default "auto"
   */
  engine?: ParquetEngine | undefined;
  /**
   * The most threads that DuckDB encodes by.
   * @default one a core
   */
  threads?: number | undefined;
  /**
   * Whether a file that is already there is replaced.
   * @default false
   */
  force?: boolean | undefined;
}

/**
 * Writes a table, with the rows it shows (its filter and order apply), to a Parquet file: all of it or nothing. Missing
 * parent folders are made. The file has the types that {@link toParquet} tells, statistics of every column in every row
 * group, and every column nullable, whichever engine writes it. DuckDB's row groups are whole multiples of 2048 rows.
 *
 * @throws {FileExistsError} Without `force`, when the path is taken.
 * @throws {FileWriteError} When the disk is full, or the file cannot be written for another reason.
 * @throws {TypeError} When the table has no columns, or a column holds values of no common type.
 * @throws {RangeError} When an option is not one of its possible values, or the engine asked for cannot do it.
 * @throws {InfinityFramesError} With the engine `native`, when DuckDB cannot be loaded.
 * @example
 * ```ts
 * await writeParquet(batch.table, "jobs.parquet", { compression: "zstd", metadata: { batch: batch.name } });
 * const { rows, compression, metadata } = await inspectFile("jobs.parquet");
 * [rows, compression, metadata]; // [12, ["zstd"], { batch: "camera heights" }]
 * ```
 */
export async function writeParquet(
  table: ColumnTable,
  path: string,
  options: WriteParquetOptions = {},
): Promise<void> {
  const { engine = "auto", force = false, threads } = options;
  if (!["auto", "native", "js"].includes(engine))
    throw new RangeError(`Cannot write Parquet by ${JSON.stringify(engine)}: expected auto, native or js`);
  if (threads !== undefined && !(Number.isSafeInteger(threads) && threads >= 1))
    throw new RangeError(`Cannot write Parquet with ${threads} threads: expected an integer from 1`);
  const layout = parquetLayout(options);
  const flat = parquetColumns(table);
  const parts = engine === "js" ? null : await nativeParts(flat, { layout, engine });
  if (parts !== null) {
    const copy = (temporary: string) => copyToParquet(flat, temporary, { ...layout, parts, threads });
    await fillFileAtomic(path, (_, temporary) => copy(temporary), { force });
    return;
  }
  const compressors = layout.compression === "zstd" ? zstdCompressors() : {};
  const bytes = encodeParquet(flat, { ...layout, compressors });
  await fillFileAtomic(path, (file) => writeFully(file, bytes), { force });
}

/** DuckDB; or null where it cannot write the table but need not. */
async function nativeParts(
  { columns }: FlatTable,
  { layout: { metadata }, engine }: { layout: ParquetLayout; engine: "auto" | "native" },
): Promise<DuckDbParts | null> {
  try {
    const error = nameErrorOf(columns) ?? namesError(Object.keys(metadata)) ?? textError(metadata);
    if (error !== null) throw error;
    return await loadDuckDbParts();
  } catch (error) {
    if (engine === "auto") return null;
    throw error;
  }
}

function textError(metadata: Readonly<Record<string, string>>): RangeError | null {
  const [key] = Object.entries(metadata).find(([, text]) => text.includes("\0")) ?? [];
  if (key === undefined) return null;
  return new RangeError(`Cannot give DuckDB the text of metadata "${key}": it has a zero character in it`);
}

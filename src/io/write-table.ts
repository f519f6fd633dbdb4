import { extname } from "node:path";
import type { ColumnTable } from "arquero";
import type { ParquetCompression } from "./parquet-layout.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "./table-format.ts";
import { toArrowIpc } from "./to-arrow-ipc.ts";
import { toCsv } from "./to-csv.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";
import { writeParquet } from "./write-parquet.ts";

/** Options of {@link writeTable}. */
export interface WriteTableOptions {
  /**
   * The file's format.
   * @default by the extension of the path: .parquet, .arrow, .feather or .csv
   */
  format?: TableFormat | undefined;
  /**
   * Whether a file that is already there is replaced.
   * @default false
   */
  force?: boolean | undefined;
  /**
   * Texts to keep in the file beside the data, by key. CSV files have no place for them and go without.
   * @default {}
   */
  metadata?: Readonly<Record<string, string>> | undefined;
  /**
   * How the pages of Parquet files are compressed, see {@link writeParquet}; for no other format.
   * @default "snappy"
   */
  compression?: ParquetCompression | undefined;
  /**
   * Whether texts of CSV files are kept from being run as formulas by spreadsheets, see {@link toCsv}.
   * @default false
   */
  guardFormulas?: boolean | undefined;
}

/**
 * Writes a table, with the rows it shows, to a file: all of it or nothing. Missing parent folders are made.
 *
 * @throws {FileExistsError} Without `force`, when the path is taken.
 * @throws {FileWriteError} When the disk is full, or the file cannot be written for another reason.
 * @throws {RangeError} When the format is not one of the known ones or not told, or has no compression.
 * @throws {TypeError} When a column holds values of no common type.
 * @example
 * ```ts
 * await writeTable(batch.table, "jobs.arrow");
 * (await readTable("jobs.arrow")).numRows(); // 12
 * await writeTable(batch.table, "jobs.xlsx"); // throws RangeError: Cannot tell the format of "jobs.xlsx": …
 * ```
 */
export async function writeTable(
  table: ColumnTable,
  path: string,
  options: WriteTableOptions = {},
): Promise<void> {
  const {
    format = formatOf(path),
    force = false,
    metadata = {},
    compression,
    guardFormulas = false,
  } = options;
  if (format === "parquet") return writeParquet(table, path, { force, metadata, compression });
  if (compression !== undefined)
    throw new RangeError(`Cannot write ${format} with a compression: only parquet has one`);
  switch (format) {
    case "arrow":
      return writeFileAtomic(path, toArrowIpc(table, { metadata }), { force });
    case "csv":
      return writeFileAtomic(path, toCsv(table, { guardFormulas }), { force });
    default:
      throw new RangeError(`Cannot write format "${String(format)}": expected parquet, arrow or csv`);
  }
}

function formatOf(path: string): TableFormat {
  const extension = extname(path).slice(1).toLowerCase();
  const format = extension === "feather" ? "arrow" : extension;
  if (Object.hasOwn(EXTENSION_OF_FORMAT, format)) return format as TableFormat;
  throw new RangeError(
    `Cannot tell the format of "${path}": give it the extension .parquet, .arrow or .csv, or pass { format }`,
  );
}

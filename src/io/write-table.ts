import type { ColumnTable } from "arquero";
import type { TableFormat } from "./table-format.ts";
import { toArrowIpc } from "./to-arrow-ipc.ts";
import { toCsv } from "./to-csv.ts";
import { toParquet } from "./to-parquet.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

/** Options of {@link writeTable}. */
export interface WriteTableOptions {
  /** The file's format. */
  format: TableFormat;
  /**
   * Whether a file that is already there is replaced.
   * @default false
   */
  force?: boolean;
  /**
   * Texts to keep in the file beside the data, by key. CSV files have no place for them and go without.
   * @default {}
   */
  metadata?: Readonly<Record<string, string>>;
  /**
   * Whether texts of CSV files are kept from being run as formulas by spreadsheets, see {@link toCsv}.
   * @default false
   */
  guardFormulas?: boolean;
}

/**
 * Writes a table, with the rows it shows, to a file: all of it or nothing. Missing parent folders are made.
 *
 * @throws {FileExistsError} Without `force`, when the path is taken.
 * @throws {RangeError} When the format is not one of the known ones.
 * @throws {TypeError} When a column holds values of no common type.
 */
export async function writeTable(
  table: ColumnTable,
  path: string,
  options: WriteTableOptions,
): Promise<void> {
  const { format, force = false, metadata = {}, guardFormulas = false } = options;
  await writeFileAtomic(path, encode(table, { format, metadata, guardFormulas }), { force });
}

function encode(
  table: ColumnTable,
  { format, metadata, guardFormulas }: Required<Omit<WriteTableOptions, "force">>,
) {
  switch (format) {
    case "parquet":
      return toParquet(table, { metadata });
    case "arrow":
      return toArrowIpc(table, { metadata });
    case "csv":
      return toCsv(table, { guardFormulas });
    default:
      throw new RangeError(`Cannot write format "${String(format)}": expected parquet, arrow or csv`);
  }
}

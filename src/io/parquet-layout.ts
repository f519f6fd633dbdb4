/** How the pages of a Parquet file are compressed. */
export type ParquetCompression = "snappy" | "zstd" | "none";

/** How a Parquet file is laid out, and what it holds besides rows. */
export interface ParquetLayout {
  readonly compression: ParquetCompression;
  readonly rowGroupRows: number;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Rows of one row group: the size DuckDB works in, so that a large file can be read by several threads. */
const ROW_GROUP_ROWS = 122_880;

/** The options of Parquet files with their defaults. */
export interface ParquetOptions {
  /**
   * How pages are compressed: `zstd` gives smaller files than `snappy`, which more readers know.
   * @default "snappy"
   */
  compression?: ParquetCompression | undefined;
  /**
   * The rows of a row group, the part of a file that a reader takes at once.
   * @default 122_880
   */
  rowGroupRows?: number | undefined;
  /**
   * Texts to keep in the file beside the data, by key.
   * @default {}
   */
  metadata?: Readonly<Record<string, string>> | undefined;
}

/**
 * The layout that options ask for.
 *
 * @throws {RangeError} When an option is not one of its possible values; it names the option.
 */
export function parquetLayout(options: ParquetOptions): ParquetLayout {
  const { compression = "snappy", rowGroupRows = ROW_GROUP_ROWS, metadata = {} } = options;
  if (!["snappy", "zstd", "none"].includes(compression)) {
    const shown = JSON.stringify(compression);
    throw new RangeError(`Cannot write Parquet with compression ${shown}: expected snappy, zstd or none`);
  }
  if (!Number.isSafeInteger(rowGroupRows) || rowGroupRows < 1)
    throw new RangeError(
      `Cannot write Parquet with rowGroupRows ${rowGroupRows}: expected an integer from 1`,
    );
  return { compression, rowGroupRows, metadata };
}

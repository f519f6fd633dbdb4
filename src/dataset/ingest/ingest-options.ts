import type { ParquetCompression } from "../../io/parquet-layout.ts";

/** How far an ingest is. */
export interface IngestProgress {
  /** Bytes of labels and motion samples that were read. */
  bytesDone: number;
  bytesTotal: number;
  /** Jobs that were read. */
  jobsDone: number;
  jobsTotal: number;
  /** Files that were written. */
  parts: number;
}

/** Options of {@link ingest}. */
export interface IngestOptions {
  /**
   * The most processes that read at once, beside this one.
   * @default one a core, at most 8; none where there is next to nothing to read
   */
  workers?: number;
  /**
   * The bytes of memory that reading may take. A job that needs more is read alone.
   * @default a quarter of the machine's
   */
  memory?: number;
  /**
   * Columns of the table `jobs` by whose values the files are laid out in folders `<column>=<key>`, see
   * {@link partitionKey}. A column that label tables have, too, makes folders `<column>_key=<key>`.
   * @default []
   */
  partitionBy?: readonly string[];
  /**
   * Whether the polygons of segmentations are read, which are most of the bytes of label files.
   * @default false
   */
  polygons?: boolean;
  /**
   * Whether the folders hold downloaded archives of jobs, which are read without being extracted.
   * @default false
   */
  fromZips?: boolean;
  /**
   * The bytes of label files whose rows go to one file of each table.
   * @default a 16th of all, from 16 to 128 MiB
   */
  partBytes?: number;
  /**
   * How the files are compressed; those that are there already stay as they are.
   * @default "snappy"
   */
  compression?: ParquetCompression;
  /**
   * Whether the first job that cannot be read as promised ends the ingest with an error.
   * @default false
   */
  strict?: boolean;
  /**
   * Whether what is in the way in `out` is replaced: tables of other jobs, or files that no ingest wrote.
   * @default false
   */
  force?: boolean;
  /** Stops the ingest; what was read by then is not read again by the next one. */
  signal?: AbortSignal;
  /** Called as jobs are read, ten times a second at most. */
  onProgress?: (progress: IngestProgress) => void;
}

import type { EngineProgress } from "../../engine/engine.ts";

/** What an ingest on an engine is at. */
export type EngineIngestPhase = "sample" | "stage" | "check" | "read" | "write" | "commit";

/** How far an ingest on an engine is. */
export interface EngineIngestProgress {
  /**
   * What it is at: looking into a sample of the files, having the engine read all of them, checking what came of it,
   * reading here what needs the JavaScript readers, having the tables written, or putting them in place.
   */
  phase: EngineIngestPhase;
  /** Files of labels and motion samples that were read. */
  filesDone: number;
  filesTotal: number;
  /** Their bytes. */
  bytesDone: number;
  bytesTotal: number;
  /** How far the engine is with its present statement; null where it has none. */
  statement: EngineProgress | null;
}

/** Options of {@link ingestOnEngine}. */
export interface EngineIngestOptions {
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
   * How many files are looked into to find what fields there are. Where there are more, the engine looks for other fields
   * in all of them, which is a second reading; files that have some are read by the JavaScript readers.
   * @default 200
   */
  sample?: number;
  /**
   * How many label files one statement of the engine reads at most. What was read is not read again when an ingest that
   * was stopped is taken up.
   * @default 10000
   */
  batchFiles?: number;
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
  /** Stops the ingest, on the engine too; what was read by then is not read again by the next one. */
  signal?: AbortSignal;
  /** Called as the ingest gets on, ten times a second at most. */
  onProgress?: (progress: EngineIngestProgress) => void;
}

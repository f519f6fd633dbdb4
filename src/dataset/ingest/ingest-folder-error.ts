import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * Tables cannot be ingested into a folder, or read from it, because of what is in it.
 *
 * @example
 * ```ts
 * // What a download has left, not an ingest.
 * await openParquetDataset("results"); // throws IngestFolderError: Cannot use "results" … no ingest has written any …
 * ```
 */
export class IngestFolderError extends InfinityFramesError {
  override name = "IngestFolderError";
  /** The folder. */
  readonly folder: string;

  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super("INGEST_FOLDER", `Cannot use "${folder}" for ingested tables: ${reason}`, options);
    this.folder = folder;
  }
}

import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * The `.infinity/batch.json` of a folder is not what a download writes.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 *
 * await writeFile("results/.infinity/batch.json", "{}");
 * await openDataset("results"); // throws BatchMetadataError: Cannot read batch metadata …
 * ```
 */
export class BatchMetadataError extends InfinityFramesError {
  override name = "BatchMetadataError";
  /** The file. */
  readonly file: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super("BATCH_METADATA", `Cannot read batch metadata "${file}": ${reason}`, options);
    this.file = file;
  }
}

import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * A folder cannot be opened as a dataset.
 *
 * @example
 * ```ts
 * await openDataset("nowhere"); // throws DatasetFolderError: Cannot open dataset "nowhere": there is no such folder
 * ```
 */
export class DatasetFolderError extends InfinityFramesError {
  override name = "DatasetFolderError";
  readonly folder: string;

  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super("DATASET_FOLDER", `Cannot open dataset "${folder}": ${reason}`, options);
    this.folder = folder;
  }
}

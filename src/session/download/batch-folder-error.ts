import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * A folder is not that of the batch, or of any: it holds another batch or other files. Nothing was changed.
 *
 * @example
 * ```ts
 * await writeTable(batch.table, "study/jobs.csv");
 * await batch.download("study"); // throws BatchFolderError: Cannot use study: it holds files that are not …
 * await verify("study"); // throws BatchFolderError: Cannot use study: … is not there, …
 * ```
 */
export class BatchFolderError extends InfinityFramesError {
  override name = "BatchFolderError";
  /** The folder. */
  readonly folder: string;

  constructor(folder: string, reason: string, options?: ErrorOptions) {
    super("BATCH_FOLDER", `Cannot use ${folder}: ${reason}`, options);
    this.folder = folder;
  }
}

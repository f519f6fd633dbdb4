import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** A folder cannot take a batch's downloads, because it holds another batch or other files. Nothing was changed. */
export class BatchFolderError extends InfinityFramesError {
  override name = "BatchFolderError";
  /** The folder. */
  readonly folder: string;

  constructor(folder: string, reason: string) {
    super("BATCH_FOLDER", `Cannot download to ${folder}: ${reason}; choose another folder`);
    this.folder = folder;
  }
}

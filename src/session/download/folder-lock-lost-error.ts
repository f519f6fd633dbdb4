import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * Another download took the folder over, because this one gave no sign of life for two minutes, as when a laptop
 * sleeps. What this one had finished is kept.
 */
export class FolderLockLostError extends InfinityFramesError {
  override name = "FolderLockLostError";
  /** The folder. */
  readonly folder: string;

  constructor(folder: string) {
    super(
      "FOLDER_LOCK_LOST",
      `Stopped downloading to ${folder}: another process took it over while this one was silent; download again to go on`,
    );
    this.folder = folder;
  }
}

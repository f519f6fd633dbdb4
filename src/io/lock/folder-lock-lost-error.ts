import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * Another process took the folder over, because this one gave no sign of life for two minutes, as when a laptop
 * sleeps. What this one had finished is kept.
 */
export class FolderLockLostError extends InfinityFramesError {
  override name = "FolderLockLostError";
  /** The folder. */
  readonly folder: string;

  constructor(folder: string) {
    super(
      "FOLDER_LOCK_LOST",
      `Stopped working in ${folder}: another process took it over while this one was silent; run it again to go on`,
    );
    this.folder = folder;
  }
}

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * Another process took the folder over, because this one gave no sign of life for two minutes, as when a laptop
 * sleeps. What this one had finished is kept.
 *
 * @example
 * ```ts
 * import { rmSync } from "node:fs";
 *
 * // As if this laptop had slept, and another process had gone on with the download and ended.
 * const onProgress = () => rmSync("cameras/.infinity/lock", { recursive: true, force: true });
 * await batch.download("cameras", { onProgress }); // throws FolderLockLostError: Stopped working in cameras: …
 * const { downloaded, skipped } = await batch.download("cameras");
 * downloaded.length + skipped.length; // 12
 * ```
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

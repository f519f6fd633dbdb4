import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * A file or folder could not be written. The `code` is that of the operating system, such as `ENOSPC` where the disk is
 * full, `EACCES` or `EROFS`; `EIO` where the system took fewer bytes than it was given without saying why.
 *
 * @example
 * ```ts
 * const table = grid({ num_reps: [1, 2, 3] });
 * await writeTable(table, "study.csv");
 * try {
 *   await writeTable(table, "study.csv/2026/reps.parquet");
 * } catch (error) {
 *   if (!(error instanceof FileWriteError)) throw error;
 *   [error.code, error.path]; // ["ENOTDIR", "study.csv/2026/reps.parquet"]
 * }
 * ```
 */
export class FileWriteError extends InfinityFramesError {
  override name = "FileWriteError";
  /** The path that was to be written. */
  readonly path: string;

  constructor(path: string, cause: unknown) {
    const { code = "EIO", message } = cause as NodeJS.ErrnoException;
    super(code, `Cannot write "${path}": ${message}`, { cause });
    this.path = path;
  }
}

import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * A file was to be written where one is already, and overwriting was not asked for. Nothing was changed.
 *
 * @example
 * ```ts
 * const table = grid({ num_reps: [1, 2, 3] });
 * await writeTable(table, "study.csv");
 * await writeTable(table, "study.csv"); // throws FileExistsError: Cannot write "study.csv": it exists, …
 * await writeTable(table.slice(0, 2), "study.csv", { force: true });
 * (await readTable("study.csv")).numRows(); // 2
 * ```
 */
export class FileExistsError extends InfinityFramesError {
  override name = "FileExistsError";
  /** The path that is taken. */
  readonly path: string;

  constructor(path: string, options?: ErrorOptions) {
    super(
      "FILE_EXISTS",
      `Cannot write "${path}": it exists, pass { force: true } to replace it or choose another path`,
      options,
    );
    this.path = path;
  }
}

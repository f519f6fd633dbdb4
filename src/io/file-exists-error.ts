import { InfinityFramesError } from "../util/infinity-frames-error.ts";

const REMEDY = "pass { force: true } to replace it or choose another path";

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

  /** @param options The cause; and what helps, where it is something else. */
  constructor(path: string, { remedy = REMEDY, ...options }: ErrorOptions & { remedy?: string } = {}) {
    super("FILE_EXISTS", `Cannot write "${path}": it exists, ${remedy}`, options);
    this.path = path;
  }
}

import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** Where and why a table could not be read. */
export interface TableReadErrorDetails {
  /** The file. */
  path: string;
  /** The line of a text file that is at fault, from 1. @default null */
  line?: number | null;
  /** The reason in words. */
  reason: string;
}

/**
 * A file is not a table of its format, or not one that can be read without guessing.
 *
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 *
 * await writeFile("jobs.csv", "scene,num_reps\nGYM_1,1\nGYM_1,2,3\n");
 * try {
 *   await readTable("jobs.csv");
 * } catch (error) {
 *   if (!(error instanceof TableReadError)) throw error;
 *   error.line; // 3
 *   error.message; // 'Cannot read "jobs.csv", line 3: it has 3 cells, the header has 2, separated by ","'
 * }
 * ```
 */
export class TableReadError extends InfinityFramesError {
  override name = "TableReadError";
  /** The file. */
  readonly path: string;
  /** The line of a text file that is at fault, from 1; null where it is the file as a whole, or no text. */
  readonly line: number | null;

  constructor({ path, line = null, reason }: TableReadErrorDetails, options?: ErrorOptions) {
    super("TABLE_READ", `Cannot read "${path}"${line === null ? "" : `, line ${line}`}: ${reason}`, options);
    this.path = path;
    this.line = line;
  }
}

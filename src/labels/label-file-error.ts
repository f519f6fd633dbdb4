import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** What a label file is read for. */
export type LabelFileKind = "labels" | "parameters" | "motion samples";

/** Which file a text is, for the rows and the messages made of it. */
export interface LabelFile {
  /** The job that the file belongs to. */
  jobId: string;
  /** The file's name, for messages and the `problems` table. */
  file: string;
}

/** Where and why a label file could not be read. */
export interface LabelFileErrorDetails extends LabelFile {
  /** What was being read. */
  kind: LabelFileKind;
  /** A JSON path (`$.images[3]`) or a line (`line 3`). */
  path: string;
  /** What was wanted and what was found, without a full stop. */
  reason: string;
}

/**
 * A label file is not what it should be, and nothing of it was read.
 *
 * @example
 * ```ts
 * const text = '{ "categories": [], "images": 3, "annotations": [] }';
 * fromCoco(text); // throws LabelFileError: … "images" must be an array, got … (labels.json at $.images)
 * ```
 */
export class LabelFileError extends InfinityFramesError {
  override name = "LabelFileError";
  readonly jobId: string;
  /** The file, as the caller named it. */
  readonly file: string;
  /** A JSON path (`$.images[3]`) or a line (`line 3`). */
  readonly path: string;

  /** @internal */
  constructor({ kind, jobId, file, path, reason }: LabelFileErrorDetails, options?: ErrorOptions) {
    super("LABEL_FILE", `Cannot read ${kind} of job ${jobId}: ${reason} (${file} at ${path})`, options);
    this.jobId = jobId;
    this.file = file;
    this.path = path;
  }
}

/** The error of a file whose bytes or text cannot be had. */
export function unreadableFile(
  { jobId, file }: LabelFile,
  kind: LabelFileKind,
  cause: unknown,
): LabelFileError {
  const reason = `the file cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`;
  return new LabelFileError({ kind, jobId, file, path: "$", reason }, { cause });
}

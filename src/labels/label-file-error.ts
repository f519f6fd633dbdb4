import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** What a label file is read for. */
export type LabelFileKind = "labels" | "parameters" | "motion samples";

/** Where and why a label file could not be read. */
export interface LabelFileErrorDetails {
  /** What was being read. */
  kind: LabelFileKind;
  jobId: string;
  /** The file, as the caller named it. */
  file: string;
  /** A JSON path (`$.images[3]`) or a line (`line 3`). */
  path: string;
  /** What was wanted and what was found, without a full stop. */
  reason: string;
}

/** A label file is not what it should be, and nothing of it was read. */
export class LabelFileError extends InfinityFramesError {
  override name = "LabelFileError";
  readonly jobId: string;
  /** The file, as the caller named it. */
  readonly file: string;
  /** A JSON path (`$.images[3]`) or a line (`line 3`). */
  readonly path: string;

  constructor({ kind, jobId, file, path, reason }: LabelFileErrorDetails, options?: ErrorOptions) {
    super("LABEL_FILE", `Cannot read ${kind} of job ${jobId}: ${reason} (${file} at ${path})`, options);
    this.jobId = jobId;
    this.file = file;
    this.path = path;
  }
}

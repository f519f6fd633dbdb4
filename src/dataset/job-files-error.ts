import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** A job lacks files that a finished download has. Thrown by datasets opened with `strict`. */
export class JobFilesError extends InfinityFramesError {
  override name = "JobFilesError";
  readonly jobId: string;
  /** The file or folder that is not as it should be. */
  readonly file: string;

  constructor(jobId: string, { file, reason }: { file: string; reason: string }) {
    super("JOB_FILES", `Cannot read job ${jobId}: ${reason} (${file})`);
    this.jobId = jobId;
    this.file = file;
  }
}

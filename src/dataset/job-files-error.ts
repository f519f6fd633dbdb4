import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * A job lacks files that a finished download has. Thrown by datasets opened with `strict`.
 *
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 *
 * await rm(`results/${dataset.jobIds[0]}/job.json`);
 * const strict = await openDataset("results", { strict: true });
 * await strict.load(); // throws JobFilesError: … it has no job.json …
 * ```
 */
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

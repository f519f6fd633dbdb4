import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** A job that could not be downloaded. */
export interface FailedDownload {
  jobId: string;
  error: unknown;
}

/** Some jobs could not be downloaded. All others are on disk; downloading again fetches only what is missing. */
export class DownloadError extends InfinityFramesError {
  override name = "DownloadError";
  /** The jobs that failed, each with its error. */
  readonly failed: readonly FailedDownload[];

  constructor(folder: string, failed: readonly FailedDownload[], numJobs: number) {
    const lines = failed.map(
      ({ jobId, error }) => `  ${jobId}: ${error instanceof Error ? error.message : error}`,
    );
    super(
      "DOWNLOAD",
      `${failed.length} of ${numJobs} jobs could not be downloaded to ${folder}; download again to fetch them:\n${lines.join("\n")}`,
      { cause: failed[0]?.error },
    );
    this.failed = failed;
  }
}

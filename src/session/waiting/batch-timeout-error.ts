import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** A batch was not completed within the time allowed. It goes on running, and can be awaited again. */
export class BatchTimeoutError extends InfinityFramesError {
  override name = "BatchTimeoutError";
  /** How many jobs were still in progress. */
  readonly numJobsRemaining: number;

  constructor(batchId: string, numJobsRemaining: number, timeoutMs: number) {
    super(
      "BATCH_TIMEOUT",
      `Batch ${batchId} still has ${numJobsRemaining === 1 ? "1 job" : `${numJobsRemaining} jobs`} in progress after ${timeoutMs / 1000} s; wait for it again to go on`,
    );
    this.numJobsRemaining = numJobsRemaining;
  }
}

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** A batch was not completed within the time allowed. It goes on running, and can be awaited again. */
export class BatchTimeoutError extends InfinityFramesError {
  override name = "BatchTimeoutError";
  /** How many jobs were still in progress. */
  readonly numJobsRemaining: number;

  constructor(batchId: string, numJobsRemaining: number, timeoutMs: number) {
    super(
      "BATCH_TIMEOUT",
      `Batch ${batchId} still has ${numJobsRemaining} jobs in progress after ${timeoutMs} ms; await it again to go on`,
    );
    this.numJobsRemaining = numJobsRemaining;
  }
}

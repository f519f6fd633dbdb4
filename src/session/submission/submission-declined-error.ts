import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** `confirm` said no to what a submission would cost. Nothing was sent. */
export class SubmissionDeclinedError extends InfinityFramesError {
  override name = "SubmissionDeclinedError";
  /** The samples (frames) that the jobs are expected to cost. */
  readonly samples: number;

  constructor(samples: number, numJobs: number) {
    super(
      "SUBMISSION_DECLINED",
      `${samples} samples for ${numJobs === 1 ? "1 job" : `${numJobs} jobs`} were declined: nothing was submitted`,
    );
    this.samples = samples;
  }
}

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * `confirm` said no to what a submission would cost. Nothing was sent.
 *
 * @example
 * ```ts
 * const confirm = ({ samples }: SubmissionCost) => samples < 100;
 * const jobs = grid({ camera_height: [0.5, 1, 1.5] });
 * await session.submit(jobs, { confirm }); // throws SubmissionDeclinedError: 144 samples for 3 jobs were declined: …
 * ```
 */
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

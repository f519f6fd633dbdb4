import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * Jobs would cost more samples than the caller allows. Nothing was sent.
 *
 * @example
 * ```ts
 * const jobs = grid({ camera_height: [0.5, 1, 1.5] });
 * try {
 *   await session.submit(jobs, { maxSamples: 100 });
 * } catch (error) {
 *   if (!(error instanceof SampleLimitError)) throw error;
 *   [error.samples, error.maxSamples]; // [144, 100]
 * }
 * ```
 */
export class SampleLimitError extends InfinityFramesError {
  override name = "SampleLimitError";
  /** The samples (frames) that the jobs are expected to cost. */
  readonly samples: number;
  /** The samples that are allowed. */
  readonly maxSamples: number;

  constructor({ samples, maxSamples, numJobs }: { samples: number; maxSamples: number; numJobs: number }) {
    super(
      "SAMPLE_LIMIT",
      `${numJobs === 1 ? "The job is" : `The ${numJobs} jobs are`} expected to cost ${samples} samples, more than the ${maxSamples} that are allowed: nothing was submitted`,
    );
    this.samples = samples;
    this.maxSamples = maxSamples;
  }
}

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** Jobs would cost more samples than the caller allows. Nothing was sent. */
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

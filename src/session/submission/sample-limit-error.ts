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
      `The ${numJobs} jobs are expected to cost ${samples} samples, and maxSamples allows ${maxSamples}: nothing was submitted`,
    );
    this.samples = samples;
    this.maxSamples = maxSamples;
  }
}

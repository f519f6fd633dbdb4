import type { ApiClient } from "../../api/api-client.ts";
import { postBatchEstimate } from "../../api/endpoints/post-batch-estimate.ts";
import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import type { Draft } from "./draft.ts";
import { SampleLimitError } from "./sample-limit-error.ts";
import { SubmissionDeclinedError } from "./submission-declined-error.ts";

/** What a submission is expected to cost. */
export interface SubmissionCost {
  numJobs: number;
  /** Whether the jobs are previews. */
  isPreview: boolean;
  /** The samples (frames) that all jobs together are expected to cost. */
  samples: number;
  /** The samples of each job, in order. */
  samplesPerJob: readonly number[];
}

/** Options about what a submission may cost; with either of them, an estimate is asked for first. */
export interface CostOptions extends RequestOptions {
  /** Asked with the estimate before anything is paid for; unless it says true, nothing is submitted. */
  confirm?: ((cost: SubmissionCost) => boolean | Promise<boolean>) | undefined;
  /** The most samples that the jobs may be expected to cost, all together. @default no limit */
  maxSamples?: number | undefined;
}

/** Throws unless `maxSamples` is a number of samples. */
export function checkMaxSamples(maxSamples: number | undefined): void {
  if (maxSamples === undefined || maxSamples >= 0) return;
  throw new RangeError(`maxSamples must be 0 or more, got ${String(maxSamples)}`);
}

/**
 * Makes sure that a submission may cost what it is expected to.
 *
 * @throws {SampleLimitError} When that is more than `maxSamples`.
 * @throws {SubmissionDeclinedError} When `confirm` does not say true.
 * @throws {ApiError} When there is no estimate.
 */
export async function approveCost(
  client: ApiClient,
  { generator, jobParams, isPreview, numJobs }: Draft,
  { confirm, maxSamples, signal }: CostOptions,
): Promise<void> {
  if (confirm === undefined && maxSamples === undefined) return;
  if (confirm !== undefined && typeof confirm !== "function") {
    throw new TypeError(`confirm must be a function, got ${String(confirm)}`);
  }
  const submission = { generator, name: "", jobParams, isPreview };
  const samplesPerJob = await postBatchEstimate(client, submission, { signal });
  const samples = samplesPerJob.reduce((sum, each) => sum + each, 0);
  if (maxSamples !== undefined && samples > maxSamples) {
    throw new SampleLimitError({ samples, maxSamples, numJobs });
  }
  const isApproved = confirm === undefined || (await confirm({ numJobs, isPreview, samples, samplesPerJob }));
  if (isApproved !== true) throw new SubmissionDeclinedError(samples, numJobs);
}

import type { ApiClient } from "../api-client.ts";
import { estimateSchema } from "../schemas.ts";
import { type BatchSubmission, batchRequest } from "./batch-submission.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * The samples (frames) that each job is expected to cost, in order (`POST api/batch/estimate/`).
 *
 * @throws {TypeError} When there is no generator or no job.
 * @throws {ApiError} When the API refuses the jobs.
 */
export async function postBatchEstimate(
  client: ApiClient,
  submission: BatchSubmission,
  { signal }: RequestOptions = {},
): Promise<number[]> {
  const body = batchRequest(submission);
  return client.request({
    method: "POST",
    path: "api/batch/estimate/",
    body,
    schema: estimateSchema,
    signal,
  });
}

import type { ApiClient } from "../api-client.ts";
import { UnexpectedReplyError } from "../errors/unexpected-reply-error.ts";
import { estimateSchema } from "../schemas.ts";
import { type BatchSubmission, batchBody } from "./batch-submission.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * The samples (frames) that each job is expected to cost, in order (`POST api/batch/estimate/`).
 *
 * @throws {TypeError} When there is no generator or no job.
 * @throws {ApiError} When the API refuses the jobs.
 * @throws {UnexpectedReplyError} When there is not one estimate per job.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const jobParams = [{ video_duration: 1 }, { video_duration: 3 }];
 * const submission = { generator: "spills-v0.1.0", name: "", jobParams, isPreview: false };
 * await postBatchEstimate(client, submission); // [24, 72]
 * ```
 */
export async function postBatchEstimate(
  client: ApiClient,
  submission: BatchSubmission,
  { signal }: RequestOptions = {},
): Promise<number[]> {
  const { numJobs, body: pieces } = batchBody(submission);
  const estimates = await client.request({
    method: "POST",
    path: "api/batch/estimate/",
    pieces,
    isRepeatable: true,
    schema: estimateSchema,
    signal,
  });
  if (estimates.length === numJobs) return estimates;
  throw new UnexpectedReplyError(
    `POST api/batch/estimate/ answered ${estimates.length} estimates for ${numJobs} jobs`,
  );
}

import type { ApiClient } from "../api-client.ts";
import { batchSchema } from "../schemas.ts";
import type { BatchData } from "../wire-types.ts";
import { type BatchSubmission, batchBody } from "./batch-submission.ts";
import type { RequestOptions } from "./request-options.ts";

/** Options of {@link postBatch}. */
export interface PostBatchOptions extends RequestOptions {
  /** Tells a server that knows `Idempotency-Key` which submission this is, so that it carries it out once. */
  submissionId?: string | undefined;
  /** Told true before each attempt, and false after one that surely was not carried out and is made again. */
  onAway?: ((isAway: boolean) => void) | undefined;
}

/**
 * Submits a batch of jobs (`POST api/batch/`). It costs samples, and cannot be cancelled.
 *
 * @throws {TypeError} When there is no generator or no job.
 * @throws {ApiError} When the API refuses the jobs.
 * @example
 * `session.submit` does this so that nothing is paid for twice; here are the bare jobs.
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const jobParams = [{ size: 10 }, { size: 20 }];
 * const { name, job_runs } = await postBatch(client, {
 *   generator: "spills-v0.1.0",
 *   name: "puddles",
 *   jobParams,
 *   isPreview: true,
 * });
 * name; // "puddles"
 * job_runs.map(({ param_values }) => param_values.size); // [10, 20]
 * ```
 */
export async function postBatch(
  client: ApiClient,
  submission: BatchSubmission,
  { submissionId, onAway, signal }: PostBatchOptions = {},
): Promise<BatchData> {
  const { body: pieces } = batchBody(submission);
  const headers = submissionId === undefined ? {} : { "Idempotency-Key": submissionId };
  return client.request({
    method: "POST",
    path: "api/batch/",
    pieces,
    headers,
    schema: batchSchema,
    onAway,
    signal,
  });
}

import type { ApiClient } from "../api-client.ts";
import { jobSubmissionSchema } from "../schemas.ts";
import { type JobSubmission, jobRequest, type SubmittedJob } from "./job-submission.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * Submits one preview, into a new batch or an earlier one (`POST api/jobs/preview/`). It costs samples.
 *
 * @throws {TypeError} When the generator is empty, or a value would not arrive as it is.
 * @throws {ApiError} When the API refuses the job.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const first = await postJobPreview(client, { generator: "spills-v0.1.0", params: { size: 10 } });
 * const batchId = first.batch_id;
 * const next = await postJobPreview(client, { generator: "spills-v0.1.0", params: { size: 20 }, batchId });
 * next.batch_id === batchId; // true
 * ```
 */
export async function postJobPreview(
  client: ApiClient,
  job: JobSubmission,
  { signal }: RequestOptions = {},
): Promise<SubmittedJob> {
  const body = jobRequest(job);
  return client.request({
    method: "POST",
    path: "api/jobs/preview/",
    body,
    schema: jobSubmissionSchema,
    signal,
  });
}

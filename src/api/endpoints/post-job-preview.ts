import type { ApiClient } from "../api-client.ts";
import { jobSubmissionSchema } from "../schemas.ts";
import type { JobSubmission, SubmittedJob } from "./job-submission.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * Submits one preview, into a new batch or an earlier one (`POST api/jobs/preview/`). It costs samples.
 *
 * @throws {ApiError} When the API refuses the job.
 */
export function postJobPreview(
  client: ApiClient,
  { generator, params, batchId }: JobSubmission,
  { signal }: RequestOptions = {},
): Promise<SubmittedJob> {
  const body = { name: generator, param_values: params, ...(batchId !== undefined && { batch_id: batchId }) };
  return client.request({
    method: "POST",
    path: "api/jobs/preview/",
    body,
    schema: jobSubmissionSchema,
    signal,
  });
}

import type { ApiClient } from "../api-client.ts";
import { jobSubmissionSchema } from "../schemas.ts";
import { type JobSubmission, jobRequest, type SubmittedJob } from "./job-submission.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * Submits one standard job, into a new batch or an earlier one (`POST api/jobs/run/`). It costs samples.
 *
 * @throws {TypeError} When the generator is empty, or a value would not arrive as it is.
 * @throws {ApiError} When the API refuses the job.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { id, batch_id } = await postJobRun(client, { generator: "spills-v0.1.0", params: { size: 10 } });
 * (await getSingleStandardJobData(client, id)).batch_id === batch_id; // true
 * ```
 */
export async function postJobRun(
  client: ApiClient,
  job: JobSubmission,
  { signal }: RequestOptions = {},
): Promise<SubmittedJob> {
  const body = jobRequest(job);
  return client.request({ method: "POST", path: "api/jobs/run/", body, schema: jobSubmissionSchema, signal });
}

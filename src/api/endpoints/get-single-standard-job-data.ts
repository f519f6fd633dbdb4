import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { jobRunSchema } from "../schemas.ts";
import type { JobRunData } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * One standard job (`GET api/job_runs/{id}/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 for an unknown job or a preview.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { in_progress, result_url } = await getSingleStandardJobData(client, batch.jobIds[0]);
 * in_progress; // false
 * result_url; // "http://…"
 * ```
 */
export async function getSingleStandardJobData(
  client: ApiClient,
  jobId: string,
  { signal }: RequestOptions = {},
): Promise<JobRunData> {
  return client.request({ method: "GET", path: path`api/job_runs/${jobId}/`, schema: jobRunSchema, signal });
}

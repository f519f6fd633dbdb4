import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { jobRunSchema } from "../schemas.ts";
import type { JobRunData } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * One preview (`GET api/job_previews/{id}/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 for an unknown preview or a standard job.
 */
export async function getSinglePreviewJobData(
  client: ApiClient,
  jobId: string,
  { signal }: RequestOptions = {},
): Promise<JobRunData> {
  return client.request({
    method: "GET",
    path: path`api/job_previews/${jobId}/`,
    schema: jobRunSchema,
    signal,
  });
}

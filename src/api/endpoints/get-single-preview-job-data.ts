import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { jobRunSchema } from "../schemas.ts";
import type { JobRunData } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * One preview (`GET api/job_previews/{id}/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 for an unknown preview or a standard job.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { id } = await postJobPreview(client, { generator: "spills-v0.1.0", params: { size: 20 } });
 * (await getSinglePreviewJobData(client, id)).param_values.size; // 20
 * ```
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

import type { ApiClient } from "../api-client.ts";
import { jobRunsSchema } from "../schemas.ts";
import type { JobRunData } from "../wire-types.ts";
import type { JobListOptions } from "./job-list-options.ts";

/**
 * All previews of the token, or of one of its batches (`GET api/job_previews/`).
 *
 * @throws {ApiError} When the API refuses the request.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { batch_id } = await postJobPreview(client, { generator: "spills-v0.1.0", params: { size: 20 } });
 * const previews = await getAllPreviewJobData(client, { batchId: batch_id });
 * previews.map(({ is_preview, param_values }) => [is_preview, param_values.size]); // [[true, 20]]
 * ```
 */
export async function getAllPreviewJobData(
  client: ApiClient,
  { batchId, signal }: JobListOptions = {},
): Promise<JobRunData[]> {
  const query = { batch_id: batchId };
  return client.request({ method: "GET", path: "api/job_previews/", query, schema: jobRunsSchema, signal });
}

import type { ApiClient } from "../api-client.ts";
import { jobRunsSchema } from "../schemas.ts";
import type { JobRunData } from "../wire-types.ts";
import type { JobListOptions } from "./job-list-options.ts";

/**
 * All standard jobs of the token, or of one of its batches (`GET api/job_runs/`).
 *
 * @throws {ApiError} When the API refuses the request.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const jobs = await getAllStandardJobData(client, { batchId: batch.batchId });
 * jobs.length; // 12
 * jobs.filter(({ in_progress }) => in_progress).length; // 0
 * ```
 */
export async function getAllStandardJobData(
  client: ApiClient,
  { batchId, signal }: JobListOptions = {},
): Promise<JobRunData[]> {
  const query = { batch_id: batchId };
  return client.request({ method: "GET", path: "api/job_runs/", query, schema: jobRunsSchema, signal });
}

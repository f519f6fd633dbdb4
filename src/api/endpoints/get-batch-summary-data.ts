import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { batchSummarySchema } from "../schemas.ts";
import type { BatchSummaryData } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * The state of a batch's jobs, light enough to poll (`GET api/batch/{id}/summary/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 for an unknown batch.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { job_runs } = await getBatchSummaryData(client, batch.batchId);
 * job_runs.length; // 12
 * job_runs[0]; // { id: "…", name: "visionfit-v0.3.1", in_progress: false, result_url: "http://…" }
 * ```
 */
export async function getBatchSummaryData(
  client: ApiClient,
  batchId: string,
  { signal }: RequestOptions = {},
): Promise<BatchSummaryData> {
  return client.request({
    method: "GET",
    path: path`api/batch/${batchId}/summary/`,
    schema: batchSummarySchema,
    signal,
  });
}

import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { batchSchema } from "../schemas.ts";
import type { BatchData } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * A batch with its jobs and their parameters (`GET api/batch/{id}/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 for an unknown batch.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const { name, job_runs } = await getBatchData(client, batch.batchId);
 * name; // "camera heights ~if-…"
 * job_runs[0].param_values; // { scene: "GYM_1", …, camera_height: 0.5, … }
 * await getBatchData(client, "none"); // throws NotFoundError: …
 * ```
 */
export async function getBatchData(
  client: ApiClient,
  batchId: string,
  { signal }: RequestOptions = {},
): Promise<BatchData> {
  return client.request({ method: "GET", path: path`api/batch/${batchId}/`, schema: batchSchema, signal });
}

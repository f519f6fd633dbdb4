import type { ApiClient } from "../api-client.ts";
import { path } from "../path.ts";
import { batchSchema } from "../schemas.ts";
import type { BatchData } from "../wire-types.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * A batch with its jobs and their parameters (`GET api/batch/{id}/`).
 *
 * @throws {ApiError} When the API refuses the request, with status 404 for an unknown batch.
 */
export async function getBatchData(
  client: ApiClient,
  batchId: string,
  { signal }: RequestOptions = {},
): Promise<BatchData> {
  return client.request({ method: "GET", path: path`api/batch/${batchId}/`, schema: batchSchema, signal });
}

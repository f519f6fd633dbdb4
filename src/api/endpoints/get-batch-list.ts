import type { ApiClient } from "../api-client.ts";
import { batchListSchema } from "../schemas.ts";
import type { BatchListItem } from "../wire-types.ts";
import { type TimeRangeOptions, timeRangeQuery } from "./time-range.ts";

/**
 * The token's batches in a range of time, oldest first (`GET api/batch/`).
 *
 * @throws {RangeError} When the range ends before it starts.
 * @throws {ApiError} When the API refuses the request.
 */
export async function getBatchList(
  client: ApiClient,
  options: TimeRangeOptions = {},
): Promise<BatchListItem[]> {
  const query = timeRangeQuery(options);
  const { signal } = options;
  return client.request({ method: "GET", path: "api/batch/", query, schema: batchListSchema, signal });
}

import type { ApiClient } from "../api-client.ts";
import { usageSchema } from "../schemas.ts";
import type { UsageData } from "../wire-types.ts";
import { type TimeRangeOptions, timeRangeQuery } from "./time-range.ts";

/**
 * The token's usage in a range of time, by generator (`GET api/job_runs/counts/`).
 *
 * @throws {RangeError} When the range ends before it starts.
 * @throws {ApiError} When the API refuses the request.
 */
export async function getUsageDatetimeRange(
  client: ApiClient,
  options: TimeRangeOptions = {},
): Promise<UsageData> {
  const query = timeRangeQuery(options);
  const { signal } = options;
  return client.request({ method: "GET", path: "api/job_runs/counts/", query, schema: usageSchema, signal });
}

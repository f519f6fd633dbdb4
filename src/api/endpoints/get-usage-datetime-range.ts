import type { ApiClient } from "../api-client.ts";
import { usageSchema } from "../schemas.ts";
import type { UsageData } from "../wire-types.ts";
import { type TimeRangeOptions, timeRangeQuery } from "./time-range.ts";

/**
 * The token's usage in a range of time, by generator (`GET api/job_runs/counts/`).
 *
 * @throws {RangeError} When the range ends before it starts.
 * @throws {ApiError} When the API refuses the request.
 * @example
 * ```ts
 * const fresh = await startEmulator();
 * const client = new ApiClient({ server: fresh.url, token: fresh.token });
 * await postJobRun(client, { generator: "spills-v0.1.0", params: {} });
 * const usage = await getUsageDatetimeRange(client, { startTime: new Date("2020-01-01") });
 * usage.counts_by_generator; // […, { name: "spills-v0.1.0", count: 1 }, …]
 * await fresh.close();
 * ```
 */
export async function getUsageDatetimeRange(
  client: ApiClient,
  options: TimeRangeOptions = {},
): Promise<UsageData> {
  const query = timeRangeQuery(options);
  const { signal } = options;
  return client.request({ method: "GET", path: "api/job_runs/counts/", query, schema: usageSchema, signal });
}

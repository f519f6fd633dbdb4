import type { ApiClient } from "../api-client.ts";
import type { UsageData } from "../wire-types.ts";
import { getUsageDatetimeRange } from "./get-usage-datetime-range.ts";
import { lastNDays } from "./last-n-days.ts";
import type { RequestOptions } from "./request-options.ts";

/**
 * The token's usage over the last days, each of exactly 24 hours.
 *
 * @throws {RangeError} When the number of days is negative or not finite.
 * @throws {ApiError} When the API refuses the request.
 * @example
 * ```ts
 * const fresh = await startEmulator();
 * const client = new ApiClient({ server: fresh.url, token: fresh.token });
 * await postJobRun(client, { generator: "spills-v0.1.0", params: {} });
 * const { counts_by_generator } = await getUsageLastNDays(client, 30);
 * counts_by_generator.find(({ name }) => name === "spills-v0.1.0"); // { name: "spills-v0.1.0", count: 1 }
 * await fresh.close();
 * ```
 */
export async function getUsageLastNDays(
  client: ApiClient,
  nDays: number,
  { signal }: RequestOptions = {},
): Promise<UsageData> {
  return getUsageDatetimeRange(client, { ...lastNDays(nDays), signal });
}

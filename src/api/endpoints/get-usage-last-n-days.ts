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
 */
export async function getUsageLastNDays(
  client: ApiClient,
  nDays: number,
  { signal }: RequestOptions = {},
): Promise<UsageData> {
  return getUsageDatetimeRange(client, { ...lastNDays(nDays), signal });
}

import type { ApiClient } from "../api-client.ts";
import { UnexpectedReplyError } from "../errors/unexpected-reply-error.ts";
import { batchListSchema } from "../schemas.ts";
import type { BatchListItem } from "../wire-types.ts";
import { type TimeRangeOptions, timeRangeQuery } from "./time-range.ts";

/**
 * The token's batches in a range of time, oldest first (`GET api/batch/`); all pages where there are several.
 *
 * @throws {RangeError} When the range ends before it starts.
 * @throws {ApiError} When the API refuses the request.
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token });
 * const batches = await getBatchList(client, { startTime: new Date("2026-01-01") });
 * batches.find(({ id }) => id === batch.batchId)?.created; // "2026-01-15T12:00:00.000000+00:00"
 * ```
 */
export async function getBatchList(
  client: ApiClient,
  options: TimeRangeOptions = {},
): Promise<BatchListItem[]> {
  const { signal } = options;
  const batches: BatchListItem[] = [];
  const pages = new Set<string>();
  for (let query = timeRangeQuery(options); ; ) {
    const page = await client.request({
      method: "GET",
      path: "api/batch/",
      query,
      schema: batchListSchema,
      signal,
    });
    if (Array.isArray(page)) return page;
    batches.push(...page.results);
    if (page.next === null) return batches;
    if (pages.has(page.next)) {
      throw new UnexpectedReplyError("GET api/batch/ answered a page that leads back to itself");
    }
    pages.add(page.next);
    // Of the address nothing but the query is used: the token goes nowhere else.
    query = Object.fromEntries(new URL(page.next, client.server).searchParams);
  }
}

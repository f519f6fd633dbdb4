import type { ApiClient } from "../../api/api-client.ts";
import { getBatchSummaryData } from "../../api/endpoints/get-batch-summary-data.ts";
import { UnexpectedReplyError } from "../../api/errors/unexpected-reply-error.ts";
import type { BatchSummaryData } from "../../api/wire-types.ts";
import { LONGEST_SLEEP_MS } from "../../util/sleep.ts";

/** A batch as far as waiting needs to know it. */
export interface WatchedBatch {
  client: ApiClient;
  batchId: string;
  jobIds: readonly string[];
}

/** How long a look may take. */
export interface LookOptions {
  /** The time allowed, in milliseconds, with all attempts. */
  limitMs: number;
  /** What to throw after that time. */
  late: () => Error;
  signal: AbortSignal | undefined;
}

/**
 * Looks at the state of a batch's jobs.
 *
 * @throws {UnexpectedReplyError} When a job of the batch is missing.
 */
export async function lookAtBatch(
  { client, batchId, jobIds }: WatchedBatch,
  { limitMs, late, signal }: LookOptions,
): Promise<BatchSummaryData> {
  const clock = new AbortController();
  const timer = limitMs <= LONGEST_SLEEP_MS ? setTimeout(() => clock.abort(late()), limitMs) : undefined;
  try {
    const signals = signal === undefined ? clock.signal : AbortSignal.any([signal, clock.signal]);
    const summary = await getBatchSummaryData(client, batchId, { signal: signals });
    const seen = new Set(summary.job_runs.map(({ id }) => id));
    const lost = jobIds.find((id) => !seen.has(id));
    if (lost === undefined) return summary;
    throw new UnexpectedReplyError(`The summary of batch ${batchId} lacks job ${lost}`);
  } finally {
    clearTimeout(timer);
  }
}

import type { RequestOptions } from "../api/endpoints/request-options.ts";
import type { BatchSummaryData } from "../api/wire-types.ts";
import { LONGEST_SLEEP_MS, sleep } from "../util/sleep.ts";
import { BatchTimeoutError } from "./batch-timeout-error.ts";

/** How far a batch is. */
export interface BatchProgress {
  numJobs: number;
  numJobsRemaining: number;
  /** The time waited so far, in milliseconds. */
  elapsedMs: number;
}

/** Options of `batch.awaitCompletion`. */
export interface AwaitCompletionOptions extends RequestOptions {
  /** The pause between two looks, in milliseconds. @default 10_000 */
  pollIntervalMs?: number | undefined;
  /** The longest wait, in milliseconds. @default no limit */
  timeoutMs?: number | undefined;
  /** Called after every look. */
  onProgress?: ((progress: BatchProgress) => void) | undefined;
}

/** A batch as far as waiting needs to know it. */
interface Awaitable {
  readonly batchId: string;
  readonly numJobs: number;
  getBatchSummaryData(options: RequestOptions): Promise<BatchSummaryData>;
}

/** Looks at a batch until no job is in progress, and returns its last summary. */
export async function awaitJobs(
  batch: Awaitable,
  {
    pollIntervalMs = 10_000,
    timeoutMs = Number.POSITIVE_INFINITY,
    onProgress,
    signal,
  }: AwaitCompletionOptions,
): Promise<BatchSummaryData> {
  if (!(pollIntervalMs >= 0 && pollIntervalMs <= LONGEST_SLEEP_MS)) {
    throw new RangeError(`pollIntervalMs must be from 0 to ${LONGEST_SLEEP_MS}, got ${pollIntervalMs}`);
  }
  if (!(timeoutMs >= 0)) throw new RangeError(`timeoutMs must be 0 or more, got ${timeoutMs}`);
  const start = performance.now();
  while (true) {
    const summary = await batch.getBatchSummaryData({ signal });
    const numJobsRemaining = summary.job_runs.filter(({ in_progress }) => in_progress).length;
    const elapsedMs = performance.now() - start;
    onProgress?.({ numJobs: batch.numJobs, numJobsRemaining, elapsedMs });
    if (numJobsRemaining === 0) return summary;
    if (elapsedMs >= timeoutMs) throw new BatchTimeoutError(batch.batchId, numJobsRemaining, timeoutMs);
    await sleep(Math.min(pollIntervalMs, timeoutMs - elapsedMs), signal);
  }
}

import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import { ApiError } from "../../api/errors/api-error.ts";
import { isRetryable } from "../../api/transport/is-retryable.ts";
import type { BatchSummaryData } from "../../api/wire-types.ts";
import { randomFraction } from "../../util/random-fraction.ts";
import { LONGEST_SLEEP_MS, sleep } from "../../util/sleep.ts";
import { type BatchProgress, ProgressTracker } from "./batch-progress.ts";
import { BatchTimeoutError } from "./batch-timeout-error.ts";
import { lookAtBatch, type WatchedBatch } from "./look-at-batch.ts";
import { pollDelayMs } from "./poll-delay.ts";

/** Options of `batch.watch`. */
export interface WatchOptions extends RequestOptions {
  /** The pause between two looks, in milliseconds. @default from 2 s, growing to 30 s, with some spread */
  pollIntervalMs?: number | undefined;
  /** The longest wait, in milliseconds; the last look may take 10 s more. @default no limit */
  timeoutMs?: number | undefined;
  /** After how long without the end of a job it counts as stalled, in milliseconds. @default 30 minutes */
  stallNoticeMs?: number | undefined;
}

/** A look at a batch. */
export interface Look {
  summary: BatchSummaryData;
  progress: BatchProgress;
}

/** So many looks in a row may fail for passing reasons. */
const MOST_FAILURES = 10;
const LAST_LOOK_MS = 10_000;

function checkRange(name: string, ms: number | undefined, most: number): void {
  if (ms === undefined || (ms >= 0 && ms <= most)) return;
  throw new RangeError(`${name} must be from 0 to ${most}, got ${String(ms)}`);
}

/**
 * Looks at a batch until no job is in progress; the last look is the one that found so. Looks that fail for passing
 * reasons are warnings, ten in a row an error.
 */
export async function* watchJobs(
  batch: WatchedBatch,
  { pollIntervalMs, timeoutMs = Number.POSITIVE_INFINITY, stallNoticeMs = 1_800_000, signal }: WatchOptions,
): AsyncGenerator<Look, void, void> {
  checkRange("pollIntervalMs", pollIntervalMs, LONGEST_SLEEP_MS);
  checkRange("timeoutMs", timeoutMs, Number.POSITIVE_INFINITY);
  checkRange("stallNoticeMs", stallNoticeMs, Number.POSITIVE_INFINITY);
  const { client, batchId, jobIds } = batch;
  const tracker = new ProgressTracker(stallNoticeMs);
  let numJobsRemaining = jobIds.length;
  let failures = 0;
  let wasStalled = false;
  const warn = (message: string): void => client.emit({ type: "warning", message });
  const late = (): Error => new BatchTimeoutError(batchId, numJobsRemaining, timeoutMs);

  for (let count = 0; ; count++) {
    let delayMs = pollIntervalMs ?? pollDelayMs(count, randomFraction());
    let summary: BatchSummaryData | null = null;
    try {
      const limitMs = Math.max(timeoutMs - tracker.elapsedMs, LAST_LOOK_MS);
      summary = await lookAtBatch(batch, { limitMs, late, signal });
      failures = 0;
    } catch (error) {
      if (!isRetryable(error, true) || ++failures === MOST_FAILURES) throw error;
      warn(`A look at batch ${batchId} failed, ${failures} in a row: ${(error as Error).message}`);
      // Whoever waits for hours can wait as long as the server asks.
      delayMs = Math.max(delayMs, error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0);
    }
    if (summary !== null) {
      const progress = tracker.progress(summary);
      const { numJobs, elapsedMs, stalledMs, isStalled } = progress;
      numJobsRemaining = progress.numJobsRemaining;
      client.emit({ type: "wait", batchId, numJobs, numJobsRemaining, elapsedMs, stalledMs });
      if (isStalled && !wasStalled) {
        const minutes = Math.round(stalledMs / 60_000);
        warn(`No job of batch ${batchId} has ended for ${minutes} min; ${numJobsRemaining} are in progress`);
      }
      wasStalled = isStalled;
      yield { summary, progress };
      if (numJobsRemaining === 0) return;
    }
    const leftMs = timeoutMs - tracker.elapsedMs;
    if (leftMs <= 0) throw late();
    await sleep(Math.min(delayMs, leftMs), signal);
  }
}

import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import type { BatchData } from "../../api/wire-types.ts";
import { DuplicateSubmissionError } from "./duplicate-submission-error.ts";
import { findBatch } from "./find-batch.ts";
import { noteOutcome, type SubmissionContext } from "./note-outcome.ts";
import type { SubmissionEntry } from "./submission-entry.ts";
import { SubmissionUnknownError } from "./submission-unknown-error.ts";

const DEFAULT_TIMEOUT_MS = 300_000;

/** Options of {@link reconcile}. */
export interface ReconcileOptions extends RequestOptions {
  /** How long to look, in milliseconds. @default 300_000, of which the time since it was sent is over */
  timeoutMs?: number | undefined;
  /** What went wrong when it was sent, if it was just sent. */
  cause?: unknown;
}

/** Throws unless a time to look is 0 or more. */
export function checkReconcileTimeout(timeoutMs: number | undefined): void {
  if (timeoutMs === undefined || timeoutMs >= 0) return;
  throw new RangeError(`reconcileTimeoutMs must be 0 or more, got ${String(timeoutMs)}`);
}

/** The time since an attempt began. A server that did not show its batch long afterwards is looked at once. */
function ageMs({ startedAt }: SubmissionEntry, { client }: SubmissionContext): number {
  return Math.max(0, Date.now() + client.clockOffsetMs - Date.parse(startedAt));
}

async function otherBatches({ journal }: SubmissionContext, entry: SubmissionEntry): Promise<string[]> {
  const { entries } = await journal.content().catch(() => ({ entries: [] }));
  const others = entries.filter(
    ({ submissionId, server }) => submissionId !== entry.submissionId && server === entry.server,
  );
  return others.flatMap(({ batchId }) => batchId ?? []);
}

/**
 * Looks for the batch of a submission of which nobody knows what became, and notes what comes of it.
 *
 * @throws {DuplicateSubmissionError} When it was carried out several times.
 * @throws {SubmissionUnknownError} When the server does not show it.
 */
export async function reconcile(
  context: SubmissionContext,
  entry: SubmissionEntry,
  {
    cause,
    timeoutMs = DEFAULT_TIMEOUT_MS - (cause === undefined ? ageMs(entry, context) : 0),
    signal,
  }: ReconcileOptions,
): Promise<BatchData> {
  const { client } = context;
  const { submissionId, jobCount: numJobs } = entry;
  client.emit({ type: "submission", submissionId, state: "reconciling", numJobs, batchId: null });
  try {
    const data = await findBatch(entry, {
      client,
      timeoutMs,
      others: await otherBatches(context, entry),
      cause,
      signal,
    });
    await noteOutcome(context, entry, { state: "accepted", batchId: data.id, reason: undefined });
    return data;
  } catch (error) {
    if (error instanceof SubmissionUnknownError || error instanceof DuplicateSubmissionError) {
      await noteOutcome(context, entry, { state: "unknown", reason: error.message });
    }
    throw error;
  }
}

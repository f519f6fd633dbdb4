import { postBatch } from "../../api/endpoints/post-batch.ts";
import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import { UnexpectedReplyError } from "../../api/errors/unexpected-reply-error.ts";
import type { BatchData } from "../../api/wire-types.ts";
import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import { approveCost, type CostOptions, checkMaxSamples } from "./approve-cost.ts";
import { claimSubmission, release } from "./claim-submission.ts";
import type { Draft } from "./draft.ts";
import { DuplicateSubmissionError } from "./duplicate-submission-error.ts";
import { noteOutcome, type SubmissionContext } from "./note-outcome.ts";
import { outcomeOf } from "./outcome-of.ts";
import { checkReconcileTimeout, reconcile } from "./reconcile.ts";
import { submissionTag } from "./sent-name.ts";
import type { SubmissionEntry } from "./submission-entry.ts";
import { SubmissionUnknownError } from "./submission-unknown-error.ts";

/** Options about how jobs are submitted. */
export interface SendOptions extends CostOptions {
  /**
   * Whether jobs are sent again of which an earlier submission may have been carried out and the server does not show
   * it, or shows several batches of it. They may then be paid for once more.
   * @default false
   */
  forceResubmit?: boolean | undefined;
  /**
   * How long to look for a batch of which the server may have lost the answer, in milliseconds.
   * @default 300_000
   */
  reconcileTimeoutMs?: number | undefined;
}

/** The names of all {@link SendOptions}. */
export const SEND_OPTIONS: readonly (keyof SendOptions)[] = [
  ...(["confirm", "maxSamples", "forceResubmit", "reconcileTimeoutMs", "signal"] as const),
];

/** Whether a search found no batch that an earlier submission could be settled with. */
function isUnsettled(error: unknown): boolean {
  return error instanceof SubmissionUnknownError || error instanceof DuplicateSubmissionError;
}

function reasonOf(error: unknown): string {
  return error instanceof InfinityFramesError ? error.message : "The call was aborted";
}

/** What became of a submission: its batch, or why there is no answer that tells of one. */
type Attempt = { data: BatchData } | { failure: unknown };

/** Sends a submission that is noted, once, and notes what became of it. Throws what it was refused with. */
async function attempt(
  context: SubmissionContext,
  { draft, entry }: { draft: Draft; entry: SubmissionEntry },
  { signal }: RequestOptions,
): Promise<Attempt> {
  const { generator, isPreview, jobParams, numJobs } = draft;
  let mayHaveArrived = false;
  const onAway = (isAway: boolean): void => {
    mayHaveArrived = isAway;
  };
  try {
    signal?.throwIfAborted();
    const submission = { generator, name: entry.sentName, jobParams, isPreview };
    const submissionId = submissionTag(entry);
    const data = await postBatch(context.client, submission, { submissionId, onAway, signal });
    if (data.job_runs.length !== numJobs) {
      throw new UnexpectedReplyError(
        `Batch ${data.id} was made with ${data.job_runs.length} jobs, ${numJobs} were submitted`,
      );
    }
    await noteOutcome(context, entry, { state: "accepted", batchId: data.id });
    return { data };
  } catch (failure) {
    const isRefused = !mayHaveArrived || outcomeOf(failure) === "refused";
    // What became of an earlier attempt is no better known for that.
    const state = isRefused && entry.attempt === 1 ? "refused" : "unknown";
    await noteOutcome(context, entry, { state, reason: reasonOf(failure) });
    if (isRefused) throw failure;
    return { failure };
  } finally {
    release(entry);
  }
}

/** Sends a submission that is noted, and looks for its batch where there is no answer that tells of it. */
async function send(
  context: SubmissionContext,
  submission: { draft: Draft; entry: SubmissionEntry },
  { signal, reconcileTimeoutMs: timeoutMs }: SendOptions,
): Promise<BatchData> {
  const sent = await attempt(context, submission, { signal });
  if ("data" in sent) return sent.data;
  signal?.throwIfAborted();
  return reconcile(context, submission.entry, { timeoutMs, cause: sent.failure, signal });
}

/**
 * Submits jobs so that they are paid for once: they are noted before they are sent, sent once, and looked for where
 * nobody knows what became of them, also by the next run after a crash.
 *
 * @throws Errors of {@link approveCost}, {@link claimSubmission} and {@link reconcile}, and what the API refuses with.
 */
export async function submitJobs(
  context: SubmissionContext,
  draft: Draft,
  options: SendOptions = {},
): Promise<BatchData> {
  const { forceResubmit = false, reconcileTimeoutMs, signal } = options;
  checkMaxSamples(options.maxSamples);
  checkReconcileTimeout(reconcileTimeoutMs);
  await approveCost(context.client, draft, options);
  // What cannot be swept stays; a folder that cannot be used is found out when the submission is noted.
  await context.journal.sweep(Date.now()).catch(() => {});
  signal?.throwIfAborted();
  let given: SubmissionEntry | undefined;
  for (;;) {
    const { entry, isNew } = await claimSubmission(context, draft, { given, forceResubmit });
    if (isNew) {
      const { submissionId, jobCount: numJobs } = entry;
      context.client.emit({ type: "submission", submissionId, state: "sending", numJobs, batchId: null });
      return send(context, { draft, entry }, options);
    }
    try {
      return await reconcile(context, entry, { timeoutMs: reconcileTimeoutMs, signal });
    } catch (error) {
      if (!(forceResubmit && isUnsettled(error))) throw error;
    }
    given = entry;
  }
}

import { refuse } from "../refusal.ts";
import type { SubmissionKey } from "../store/batch-storage.ts";
import type { Batch, JobDraft } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";

/** The `Idempotency-Key` of a submission, with a digest of what is submitted; undefined where the client sent none. */
export async function readSubmissionKey(
  { headers }: Request,
  { name, drafts }: { name: string; drafts: readonly JobDraft[] },
): Promise<SubmissionKey | undefined> {
  const key = headers.get("Idempotency-Key");
  if (key === null) return undefined;
  const jobs = drafts.map(({ model, isPreview, params }) => [model.info.name, isPreview, params]);
  const bytes = new TextEncoder().encode(JSON.stringify([name, jobs]));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { key, digest: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") };
}

/**
 * The batch that an earlier submission with the same key made, if there is one.
 *
 * @throws Refusal with status 422 where that one was for something else.
 */
export function findSubmission(store: JobStore, submission: SubmissionKey | undefined): Batch | undefined {
  const batch = submission && store.batchOfKey(submission.key);
  if (batch && batch.submissionKey?.digest !== submission.digest) {
    refuse(422, `Idempotency-Key ${JSON.stringify(submission.key)} belongs to a batch of other jobs`);
  }
  return batch;
}

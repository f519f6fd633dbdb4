import { refuse } from "../refusal.ts";
import type { Batch, Job, JobDraft } from "../store/job.ts";
import type { JobStore, SubmitTarget } from "../store/job-store.ts";

/**
 * Submits checked jobs.
 *
 * @throws Refusal with status 400 where they would cost more samples than remain.
 */
export function submitJobs(
  store: JobStore,
  { drafts, ...target }: { drafts: readonly JobDraft[] } & SubmitTarget,
): { batch: Batch; jobs: Job[] } {
  const submission = store.submit(drafts, target);
  if (submission.batch) return submission;
  const { needed, remaining } = submission;
  refuse(400, `Insufficient quota: the jobs need an estimated ${needed} samples and ${remaining} remain`);
}

import { refuse } from "../refusal.ts";
import type { JobDraft } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { checkJob, type RawJob } from "./check-job.ts";
import { listProblems } from "./list-problems.ts";

/**
 * Checks all jobs of a request.
 *
 * @throws Refusal with status 400 that names every problem of every job, or how many more there are than fit.
 */
export function checkJobs(jobs: readonly RawJob[], store: JobStore): JobDraft[] {
  const checked = jobs.map((job) => checkJob(job, store));
  const problems = checked.flatMap((job, i) => job.problems.map((problem) => `job ${i}: ${problem}`));
  if (problems.length > 0) refuse(400, `Invalid jobs: ${listProblems(problems)}`);
  return checked.flatMap(({ draft }) => draft ?? []);
}

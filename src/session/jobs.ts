import type { JobStatus } from "../api/batch-metadata.ts";
import { UnexpectedReplyError } from "../api/errors/unexpected-reply-error.ts";
import type { BatchSummaryData, JobParams, JobRunData, JobRunSummary } from "../api/wire-types.ts";

/** A job that is no longer in progress. */
export interface CompletedJob {
  jobId: string;
  /** The name of the generator. */
  generator: string;
  params: JobParams;
  /** Where the result is, or null for a job that failed. */
  resultUrl: string | null;
}

/** A completed job with a result. */
export interface ValidCompletedJob extends CompletedJob {
  resultUrl: string;
}

/** Whether a completed job has a result. */
export function isValidCompletedJob(job: CompletedJob): job is ValidCompletedJob {
  return job.resultUrl !== null;
}

/** The state that a job's summary tells: a job that ended without a result has failed. */
export function jobStatus({ in_progress, result_url }: JobRunSummary): JobStatus {
  if (in_progress) return "in_progress";
  return result_url === null ? "failed" : "completed";
}

/** The jobs that are no longer in progress. */
export function completedJobs(runs: readonly Omit<JobRunData, "is_preview">[]): CompletedJob[] {
  return runs.flatMap(({ id, name, param_values, in_progress, result_url }) => {
    return in_progress ? [] : [{ jobId: id, generator: name, params: param_values, resultUrl: result_url }];
  });
}

/**
 * What a batch's summary says of its jobs, in the order of submission.
 *
 * @throws {UnexpectedReplyError} When it lacks one.
 */
export function runsInOrder(
  { job_runs }: BatchSummaryData,
  { batchId, jobIds }: { batchId: string; jobIds: readonly string[] },
): JobRunSummary[] {
  const runs = new Map(job_runs.map((run) => [run.id, run]));
  return jobIds.map((jobId) => {
    const run = runs.get(jobId);
    if (run !== undefined) return run;
    throw new UnexpectedReplyError(`The summary of batch ${batchId} lacks job ${jobId}`);
  });
}

import type { JobParams, JobRunSummary } from "../api/wire-types.ts";

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
export function jobStatus({
  in_progress,
  result_url,
}: JobRunSummary): "in_progress" | "completed" | "failed" {
  if (in_progress) return "in_progress";
  return result_url === null ? "failed" : "completed";
}

import type {
  BatchData,
  BatchListItem,
  BatchSummaryData,
  JobRunData,
  JobRunSummary,
} from "../../api/wire-types.ts";
import type { Batch, Job } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { formatTimestamp } from "../store/timestamp.ts";

/** What replies depend on besides the data: the state of the jobs and the address that was asked. */
export interface ViewContext {
  store: JobStore;
  /** Scheme, host and port of the request, with which result addresses begin. */
  origin: string;
}

/** A batch as lists have it. */
export function batchListItem({ id, name, createdMs }: Batch): BatchListItem {
  return { id, name, created: formatTimestamp(createdMs) };
}

/** A job as batch summaries have it. */
export function jobSummary(job: Job, { store, origin }: ViewContext): JobRunSummary {
  const done = store.isDone(job);
  return {
    id: job.id,
    name: job.model.info.name,
    in_progress: !done,
    result_url:
      done && !job.failed ? `${origin}/results/${job.id}.zip?signature=${store.signature(job)}` : null,
  };
}

/** A job with its parameters. */
function jobData(job: Job, context: ViewContext): JobRunData {
  return { ...jobSummary(job, context), is_preview: job.isPreview, param_values: job.params };
}

/** A job with its parameters and its batch, as lists of jobs have it. */
export function listedJob(job: Job, context: ViewContext): JobRunData {
  return { ...jobData(job, context), batch_id: job.batchId };
}

/** A batch with full jobs. */
export function batchData(batch: Batch, context: ViewContext): BatchData {
  const { id, name, createdMs, jobs } = batch;
  const job_runs = jobs.map((job) => jobData(job, context));
  return { id, name, created: formatTimestamp(createdMs), job_runs };
}

/** A batch that is light enough to poll. */
export function batchSummary(batch: Batch, context: ViewContext): BatchListItem & BatchSummaryData {
  return { ...batchListItem(batch), job_runs: batch.jobs.map((job) => jobSummary(job, context)) };
}

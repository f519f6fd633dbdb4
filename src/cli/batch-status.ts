import type { JobStatus } from "../api/batch-metadata.ts";
import type { BatchData } from "../api/wire-types.ts";
import { textTable } from "../display/text/text-table.ts";
import { jobStatus } from "../session/jobs.ts";
import { userName } from "../session/submission/sent-name.ts";
import { printJson } from "./print-json.ts";
import { utcTime } from "./utc-time.ts";

const SHOWN = 20;

/** The state of a batch, without addresses of results, which would let everybody in. */
export interface BatchStatus {
  batch_id: string;
  name: string;
  created: string;
  generator: string;
  is_preview: boolean;
  num_jobs: number;
  num_completed: number;
  num_failed: number;
  num_in_progress: number;
  jobs: { job_id: string; status: JobStatus }[];
}

/** What a batch and its jobs are now. */
export function batchStatus({ id, name, created, job_runs }: BatchData): BatchStatus {
  return countJobs({
    batch: { id, name, created },
    generator: job_runs[0]?.name ?? "",
    isPreview: job_runs[0]?.is_preview ?? false,
    jobs: job_runs.map((run) => ({ job_id: run.id, status: jobStatus(run) })),
  });
}

/** The state of a batch from those of its jobs. */
export function countJobs({
  batch: { id, name, created },
  generator,
  isPreview,
  jobs,
}: {
  batch: { id: string; name: string; created: string };
  generator: string;
  isPreview: boolean;
  jobs: BatchStatus["jobs"];
}): BatchStatus {
  const count = (wanted: JobStatus) => jobs.filter(({ status }) => status === wanted).length;
  return {
    batch_id: id,
    name: userName(name),
    created: utcTime(created),
    generator,
    is_preview: isPreview,
    num_jobs: jobs.length,
    num_completed: count("completed"),
    num_failed: count("failed"),
    num_in_progress: count("in_progress"),
    jobs,
  };
}

/** Prints a batch's state, for machines or with the ids of what failed. */
export function printStatus(status: BatchStatus, { json }: { json: boolean }): void {
  if (json) {
    printJson(status);
    return;
  }
  const { num_jobs, num_completed, num_failed, num_in_progress } = status;
  const failed = status.jobs.flatMap((job) => (job.status === "failed" ? [job.job_id] : []));
  const more = failed.length > SHOWN ? [["", `and ${failed.length - SHOWN} more`]] : [];
  const rows = [
    ["batch", status.batch_id],
    ...(status.name === "" ? [] : [["name", status.name]]),
    ["created", status.created],
    ["generator", `${status.generator}${status.is_preview ? " (previews)" : ""}`],
    ["jobs", `${num_jobs}: ${num_completed} completed, ${num_failed} failed, ${num_in_progress} in progress`],
    ...failed.slice(0, SHOWN).map((jobId, index) => [index === 0 ? "failed" : "", jobId]),
    ...more,
  ];
  console.log(textTable(rows, { width: process.stdout.columns || undefined }));
}

import type { Problem } from "../../labels/problem.ts";
import type { JobEntry } from "../job-files.ts";
import type { ReadJob } from "../read-job.ts";

/** What is kept of a job that was read, beside its rows: enough to make the tables of jobs and problems again. */
export interface JobRecord extends Omit<ReadJob, "entry"> {
  jobId: string;
  fingerprint: string;
  /** The problems of its labels. */
  problems: readonly Problem[];
  /** The rows that count further problems of the same kinds. */
  unlisted: readonly Problem[];
  /** The budget of memory with which the reading ran out of it; null where it came to its end. */
  diedWith: number | null;
}

/** The job of a record, as the table of jobs takes it. */
export function readJobOf(record: JobRecord, entry: JobEntry): ReadJob {
  const { status, generator, params, paramsFile, labels, samples } = record;
  return { entry, status, generator, params, paramsFile, labels, samples };
}

/** A job of which nothing can be read. */
export function brokenJob(entry: JobEntry): ReadJob {
  const { listed } = entry;
  return {
    entry,
    status: "failed",
    generator: listed?.batch.generator.name ?? null,
    params: listed?.job.params ?? {},
    paramsFile: listed?.file ?? null,
    labels: [],
    samples: null,
  };
}

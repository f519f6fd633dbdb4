import { resolve } from "node:path";
import { isAddress } from "../engine-folder.ts";
import type { JobSource } from "../ingest/job-source.ts";

/** A file that an engine reads. */
export interface EngineFile {
  /** Where it is, as the engine reaches it. */
  file: string;
  jobId: string;
  camera: number;
  /** Its number in the order of the rows. */
  place: number;
}

/** A job with the files that an engine reads of it. */
export interface EngineJob {
  source: JobSource;
  labels: readonly EngineFile[];
  /** None or one. */
  motion: readonly EngineFile[];
}

/** The files of jobs that an engine can read; jobs without any have no lists. */
export function engineJobs(sources: readonly JobSource[]): EngineJob[] {
  let place = 0;
  return sources.map((source) => {
    const { jobId, files } = source.entry;
    const labels = files?.labels ?? [];
    const fileOf = (file: string, camera: number): EngineFile => ({ file, jobId, camera, place: place++ });
    return {
      source,
      labels: labels.map(({ path, camera }) => fileOf(absolute(path), camera)),
      motion: files?.csv ? [fileOf(absolute(files.csv.path), 0)] : [],
    };
  });
}

function absolute(path: string): string {
  return isAddress(path) ? path : resolve(path);
}

/** Cuts jobs, in their order, into batches of so many files at most; a job is never cut. */
export function batchesOf(jobs: readonly EngineJob[], most: number): EngineJob[][] {
  const batches: EngineJob[][] = [];
  let files = most;
  for (const job of jobs) {
    const count = filesIn(job);
    if (count === 0) continue;
    if (files + count > most && files > 0) {
      batches.push([]);
      files = 0;
    }
    batches.at(-1)?.push(job);
    files += count;
  }
  return batches;
}

/** The number of files that an engine reads of a job. */
export function filesIn({ labels, motion }: EngineJob): number {
  return labels.length + motion.length;
}

import { setImmediate } from "node:timers/promises";
import { type ColumnTable, table } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import type { JobEntry } from "./job-files.ts";
import type { JobsTable } from "./jobs-table.ts";
import { listJobs } from "./list-jobs.ts";
import { readDataset } from "./read-dataset.ts";

/** Options of {@link summarizeBatchResults}. */
export interface SummarizeBatchResultsOptions {
  /** Stops the reading between two jobs; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Summarizes a downloaded batch: one row per job that could be read, with `job_path` (its folder), `job_id`, what its
 * labels amount to (`num_frames, num_annotations, avg_percent_in_fov, avg_percent_occlusion`) and its parameters. Jobs
 * without readable results (failed, in progress, not downloaded) are left out; the table `jobs` of a dataset has them.
 *
 * @throws {DatasetFolderError} When the folder is missing or holds no jobs.
 * @example
 * ```ts
 * const summary = await summarizeBatchResults("results");
 * summary.numRows(); // 12
 * summary.select("num_frames", "avg_percent_occlusion", "scene", "camera_height").object(); // {
 * //   num_frames: 4, avg_percent_occlusion: 0.1445, scene: "GYM_1", camera_height: 0.5
 * // }
 * ```
 */
export async function summarizeBatchResults(
  folder: string,
  options: SummarizeBatchResultsOptions = {},
): Promise<ColumnTable> {
  const entries = await listJobs([folder], options);
  const { table: all, params, summaries } = await readJobs(entries, options);
  const jobs = all.filter((job: { status: string }) => job.status === "completed").reify();
  const paths = new Map(entries.map(({ jobId, files }) => [jobId, files?.folder.path ?? null]));
  const jobPaths = Array.from(jobs.array("job_id") as ArrayLike<string>, (jobId) => paths.get(jobId) ?? null);
  return table([
    ["job_path", jobPaths],
    ...["job_id", ...summaries, ...params].map((name): [string, ColumnLike] => {
      return [name, jobs.column(name) as ColumnLike];
    }),
  ]);
}

async function readJobs(
  entries: readonly JobEntry[],
  { signal }: SummarizeBatchResultsOptions,
): Promise<JobsTable> {
  const reading = readDataset(entries, { strict: false, polygons: false });
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value.jobs;
    await setImmediate();
    signal?.throwIfAborted();
  }
}

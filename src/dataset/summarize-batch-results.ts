import { type ColumnTable, table } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { Dataset } from "./dataset.ts";
import { NUM_KEYS, NUM_SUMMARIES } from "./jobs-table.ts";
import { listJobs } from "./list-jobs.ts";

/** Options of {@link summarizeBatchResults}. */
export interface SummarizeBatchResultsOptions {
  /** Stops the reading between two jobs; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Summarizes a downloaded batch: one row per job that could be read, with `job_path` (its folder), `job_id`, what its
 * labels amount to (`num_frames, num_annotations, avg_percent_in_fov, avg_percent_occlusion`) and its parameters.
 *
 * @throws {DatasetFolderError} When the folder is missing or holds no jobs.
 */
export async function summarizeBatchResults(
  folder: string,
  options: SummarizeBatchResultsOptions = {},
): Promise<ColumnTable> {
  const entries = await listJobs([folder], options);
  const dataset = new Dataset(entries, { strict: false, polygons: false });
  await dataset.load(options);
  const paths = new Map(entries.map(({ jobId, files }) => [jobId, files?.folder.path ?? null]));
  const jobs = dataset.jobs.filter((job: { status: string }) => job.status === "completed").reify();
  const names = jobs.columnNames();
  const columns = ["job_id", ...names.slice(-NUM_SUMMARIES), ...names.slice(NUM_KEYS, -NUM_SUMMARIES)];
  const jobPaths = Array.from(jobs.array("job_id") as ArrayLike<string>, (jobId) => paths.get(jobId) ?? null);
  return table([
    ["job_path", jobPaths],
    ...columns.map((name): [string, ColumnLike] => [name, jobs.column(name) as ColumnLike]),
  ]);
}

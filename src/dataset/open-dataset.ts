import { Dataset } from "./dataset.ts";
import { DatasetFolderError } from "./dataset-folder-error.ts";
import { isIngested } from "./ingest/open-parquet-dataset.ts";
import { listJobs } from "./list-jobs.ts";
import { readDataset } from "./read-dataset.ts";

/** Options of {@link openDataset}. */
export interface OpenDatasetOptions {
  /**
   * Whether reading stops with an error at the first job that is incomplete, cannot be read, or is listed as
   * completed but not there. Otherwise such a job has the status `failed`, or `missing`, what is wrong with it is in
   * the `problems` table, and the others are read.
   * @default false
   */
  strict?: boolean;
  /**
   * Whether segmentations are read, which are most of the bytes of label files: polygons, and run lengths
   * (`{ counts, size }`) as the columns `rle_*`.
   * @default false
   */
  polygons?: boolean;
  /** Stops the listing; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * Opens a folder of job results: a downloaded batch (a subfolder for each job), or a published dataset (numbered
 * files). It only lists the files; they are read when a table is asked for. Job ids are the names of subfolders,
 * or the numbers of files; those of several folders opened together become `<folder>/<number>`.
 *
 * @throws {DatasetFolderError} When a folder is missing or holds no jobs, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's `.infinity/batch.json` cannot be understood.
 * @throws {TypeError} When no folder is given.
 * @example
 * ```ts
 * const dataset = await openDataset("results");
 * dataset.jobs.numRows(); // 12
 * dataset.images.join(dataset.jobs, "job_id").numRows(); // 48
 * ```
 */
export async function openDataset(
  folder: string | readonly string[],
  { strict = false, polygons = false, signal }: OpenDatasetOptions = {},
): Promise<Dataset> {
  const folders = typeof folder === "string" ? [folder] : folder;
  if (folders.length === 0) throw new TypeError("Cannot open a dataset of no folders: expected at least one");
  const entries = await listJobs(folders, { signal }).catch(async (error: unknown) => {
    for (const each of folders) {
      if (!(error instanceof DatasetFolderError) || !(await isIngested(each))) continue;
      const reason = "it holds tables that an ingest has written, and no jobs: use openParquetDataset";
      throw new DatasetFolderError(each, reason, { cause: error });
    }
    throw error;
  });
  const reading = readDataset(entries, { strict, polygons });
  return new Dataset({ jobIds: entries.map(({ jobId }) => jobId), polygons, reading });
}

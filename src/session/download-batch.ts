import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiClient } from "../api/api-client.ts";
import { getBatchData } from "../api/endpoints/get-batch-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import type { GeneratorInfo, JobParams, JobRunData } from "../api/wire-types.ts";
import { LIBRARY_VERSION } from "../util/library-version.ts";
import { checkConcurrency, mapConcurrently } from "../util/map-concurrently.ts";
import { claimBatchFolder, readDesignRows, writeBatchMetadata } from "./batch-folder.ts";
import { DownloadError, type FailedDownload } from "./download-error.ts";
import { downloadJob } from "./download-job.ts";
import { jobFolderName } from "./job-folder-name.ts";
import { completedJobs, isValidCompletedJob, jobStatus, type ValidCompletedJob } from "./jobs.ts";

/** How far a download is. */
export interface DownloadProgress {
  /** The jobs that are on disk, of all that have a result. */
  numJobsDone: number;
  numJobs: number;
  /** The job that was just finished. */
  jobId: string;
}

/** Options of `batch.download`. */
export interface DownloadOptions extends RequestOptions {
  /** Whether jobs that are on disk already are fetched again. @default false */
  overwrite?: boolean | undefined;
  /** The most downloads at once, 1 or more. @default 4 */
  concurrency?: number | undefined;
  /** Called after every job that was fetched. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** What a download did. */
export interface DownloadSummary {
  folder: string;
  /** The jobs that were fetched. */
  downloaded: string[];
  /** The jobs that were on disk already. */
  skipped: string[];
  /** The jobs that ended without a result. */
  failed: string[];
  /** The jobs that are still in progress. */
  inProgress: string[];
}

/** The batch that is downloaded. */
export interface DownloadSource {
  client: ApiClient;
  batch: { id: string; name: string; created: string };
  isPreview: boolean;
  generator: GeneratorInfo;
  /** The jobs in the order of submission; where their design rows are not known, an earlier download may be. */
  jobs: readonly { jobId: string; designRow: number | null; params: JobParams }[];
}

async function noteBatch(source: DownloadSource, folder: string, runs: readonly JobRunData[]): Promise<void> {
  const status = new Map(runs.map((run) => [run.id, jobStatus(run)]));
  const noted = await readDesignRows(folder);
  await writeBatchMetadata(folder, {
    format_version: 1,
    library_version: LIBRARY_VERSION,
    batch: source.batch,
    is_preview: source.isPreview,
    generator: source.generator,
    jobs: source.jobs.map(({ jobId, designRow, params }, row) => ({
      job_id: jobId,
      design_row: designRow ?? noted.get(jobId) ?? row,
      status: status.get(jobId) ?? "in_progress",
      params,
    })),
  });
}

/** Downloads a batch; see `Batch.download`. */
export async function downloadBatch(
  source: DownloadSource,
  folder: string,
  options: DownloadOptions,
): Promise<DownloadSummary> {
  const { client, batch } = source;
  const { overwrite = false, concurrency = 4, onProgress, signal } = options;
  checkConcurrency(concurrency);
  const { job_runs } = await getBatchData(client, batch.id, { signal });
  const temporary = await claimBatchFolder(folder, batch.id);
  await noteBatch(source, folder, job_runs);

  const ids = (status: string) => job_runs.filter((run) => jobStatus(run) === status).map(({ id }) => id);
  const valid = completedJobs(job_runs).filter(isValidCompletedJob);
  const skipped: string[] = [];
  const wanted: ValidCompletedJob[] = [];
  for (const job of valid) {
    if (!overwrite && existsSync(join(folder, jobFolderName(job.jobId)))) skipped.push(job.jobId);
    else wanted.push(job);
  }
  const fetched = new Set<string>();
  const broken: FailedDownload[] = [];
  const fetchJob = async (job: ValidCompletedJob): Promise<void> => {
    try {
      await downloadJob(job, { client, folder, temporary, signal });
    } catch (error) {
      signal?.throwIfAborted();
      broken.push({ jobId: job.jobId, error });
      return;
    }
    fetched.add(job.jobId);
    onProgress?.({
      numJobsDone: skipped.length + fetched.size,
      numJobs: valid.length,
      jobId: job.jobId,
    });
  };
  await mapConcurrently(wanted, fetchJob, { concurrency, signal });
  if (broken.length > 0) throw new DownloadError(folder, broken, valid.length);
  const downloaded = wanted.map(({ jobId }) => jobId).filter((jobId) => fetched.has(jobId));
  return { folder, downloaded, skipped, failed: ids("failed"), inProgress: ids("in_progress") };
}

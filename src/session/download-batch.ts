import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiClient } from "../api/api-client.ts";
import type { BatchMetadata } from "../api/batch-metadata.ts";
import { getBatchData } from "../api/endpoints/get-batch-data.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import type { GeneratorInfo, JobParams, JobRunData } from "../api/wire-types.ts";
import { LIBRARY_VERSION } from "../util/library-version.ts";
import { mapConcurrently } from "../util/map-concurrently.ts";
import { claimBatchFolder, writeBatchMetadata } from "./batch-folder.ts";
import { DownloadError, type FailedDownload } from "./download-error.ts";
import { downloadJob } from "./download-job.ts";
import { jobFolderName } from "./job-folder-name.ts";
import { jobStatus, type ValidCompletedJob } from "./jobs.ts";

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
  /** The most downloads at once. @default 4 */
  concurrency?: number | undefined;
  /** Called after every job. */
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
  jobs: readonly { jobId: string; designRow: number; params: JobParams }[];
}

function metadataOf(source: DownloadSource, runs: readonly JobRunData[]): BatchMetadata {
  const status = new Map(runs.map((run) => [run.id, jobStatus(run)]));
  return {
    format_version: 1,
    library_version: LIBRARY_VERSION,
    batch: source.batch,
    is_preview: source.isPreview,
    generator: source.generator,
    jobs: source.jobs.map(({ jobId, designRow, params }) => ({
      job_id: jobId,
      design_row: designRow,
      status: status.get(jobId) ?? "in_progress",
      params,
    })),
  };
}

async function fetchAll(
  jobs: readonly ValidCompletedJob[],
  fetchJob: (job: ValidCompletedJob) => Promise<void>,
  { concurrency = 4, signal }: DownloadOptions,
): Promise<FailedDownload[]> {
  const failed: FailedDownload[] = [];
  const attempt = async (job: ValidCompletedJob): Promise<void> => {
    try {
      await fetchJob(job);
    } catch (error) {
      signal?.throwIfAborted();
      failed.push({ jobId: job.jobId, error });
    }
  };
  await mapConcurrently(jobs, attempt, { concurrency, signal });
  return failed;
}

/** Downloads a batch; see `Batch.download`. */
export async function downloadBatch(
  source: DownloadSource,
  folder: string,
  options: DownloadOptions,
): Promise<DownloadSummary> {
  const { client, batch } = source;
  const { overwrite = false, onProgress, signal } = options;
  const { job_runs } = await getBatchData(client, batch.id, { signal });
  const temporary = await claimBatchFolder(folder, batch.id);
  await writeBatchMetadata(folder, metadataOf(source, job_runs));

  const ids = (status: string) => job_runs.filter((run) => jobStatus(run) === status).map(({ id }) => id);
  const valid = job_runs.flatMap(({ id, name, param_values, result_url, in_progress }) =>
    in_progress || result_url === null
      ? []
      : [{ jobId: id, generator: name, params: param_values, resultUrl: result_url }],
  );
  const onDisk = ({ jobId }: ValidCompletedJob) => existsSync(join(folder, jobFolderName(jobId)));
  const wanted = overwrite ? valid : valid.filter((job) => !onDisk(job));
  const skipped = valid.filter((job) => !wanted.includes(job)).map(({ jobId }) => jobId);

  let numJobsDone = skipped.length;
  const failed = await fetchAll(
    wanted,
    async (job) => {
      await downloadJob(job, { client, folder, temporary, signal });
      onProgress?.({ numJobsDone: ++numJobsDone, numJobs: valid.length, jobId: job.jobId });
    },
    options,
  );
  if (failed.length > 0) throw new DownloadError(folder, failed, valid.length);
  const downloaded = wanted.map(({ jobId }) => jobId);
  return { folder, downloaded, skipped, failed: ids("failed"), inProgress: ids("in_progress") };
}

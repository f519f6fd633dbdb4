import { setMaxListeners } from "node:events";
import type { ApiClient } from "../../api/api-client.ts";
import type { JobStatus } from "../../api/batch-metadata.ts";
import { getBatchSummaryData } from "../../api/endpoints/get-batch-summary-data.ts";
import type { RequestOptions } from "../../api/endpoints/request-options.ts";
import type { JobRunSummary } from "../../api/wire-types.ts";
import { FolderLock } from "../../io/lock/folder-lock.ts";
import { checkConcurrency, mapConcurrently } from "../../util/map-concurrently.ts";
import { jobStatus, runsInOrder } from "../jobs.ts";
import { AdaptiveLimit } from "./adaptive-limit.ts";
import { checkBatchFolder, claimBatchFolder, makeBatchFolder } from "./batch-folder.ts";
import { type BatchNotes, writeBatchNotes } from "./batch-notes.ts";
import { type BatchPaths, batchPaths } from "./batch-paths.ts";
import type { WantedJob } from "./download-context.ts";
import { downloadJobs } from "./download-jobs.ts";
import { type DownloadProgress, DownloadProgressReport } from "./download-progress.ts";
import type { DownloadSummary } from "./download-summary.ts";
import { DownloadSummaryError } from "./download-summary-error.ts";
import { FreeSpace } from "./free-space.ts";
import { jobFolderNames } from "./job-folder-names.ts";
import { takeLeftovers } from "./leftovers.ts";
import { findFinished } from "./receipt.ts";
import { ResultUrlRules } from "./result-url-rules.ts";
import { ResultUrls } from "./result-urls.ts";

const LOOKS_AT_ONCE = 16;

/** Options of `batch.download`. */
export interface DownloadOptions extends RequestOptions {
  /** Whether jobs that are on disk already are fetched again. @default false */
  overwrite?: boolean | undefined;
  /** The most downloads at once, 1 or more; while the server is overloaded there are fewer. @default 4 */
  concurrency?: number | undefined;
  /** Called when bytes have come, up to ten times a second, and at the end of every job. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /**
   * The only hosts that results may come from, their subdomains included. Needed where these are in a private network.
   * @default any host of the public Internet
   */
  resultHosts?: readonly string[] | undefined;
  /** How long to wait for another download to the same folder to end, in milliseconds. @default 30_000 */
  lockTimeoutMs?: number | undefined;
}

/** The batch that is downloaded. */
export interface DownloadSource extends BatchNotes {
  client: ApiClient;
}

/** Downloads a batch; see `Batch.download`. */
export async function downloadBatch(
  source: DownloadSource,
  folder: string,
  options: DownloadOptions,
): Promise<DownloadSummary> {
  const { client, batch } = source;
  const { concurrency = 4, lockTimeoutMs = 30_000, signal } = options;
  checkConcurrency(concurrency);
  if (!(lockTimeoutMs >= 0)) throw new RangeError(`lockTimeoutMs must be 0 or more, got ${lockTimeoutMs}`);
  const paths = batchPaths(folder);
  await checkBatchFolder(paths, batch.id);
  const ids = source.jobs.map(({ jobId }) => jobId);
  const ask = async (): Promise<JobRunSummary[]> => {
    const summary = await getBatchSummaryData(client, batch.id, { signal });
    return runsInOrder(summary, { batchId: batch.id, jobIds: ids });
  };
  const runs = await ask();
  await makeBatchFolder(paths);
  const lock = await FolderLock.acquire(paths, { timeoutMs: lockTimeoutMs, signal });
  try {
    await claimBatchFolder(paths, batch.id);
    return await downloadLocked(source, runs, { ...options, concurrency, paths, lock, ask });
  } finally {
    await lock.release();
  }
}

interface LockedOptions extends DownloadOptions {
  concurrency: number;
  paths: BatchPaths;
  lock: FolderLock;
  ask: () => Promise<JobRunSummary[]>;
}

async function downloadLocked(
  { client, ...notes }: DownloadSource,
  runs: readonly JobRunSummary[],
  { overwrite = false, concurrency, onProgress, resultHosts, paths, lock, ask, ...options }: LockedOptions,
): Promise<DownloadSummary> {
  const names = jobFolderNames(runs.map(({ id }) => id));
  const status = new Map(runs.map((run) => [run.id, jobStatus(run)]));
  await writeBatchNotes(paths, notes, { status, names }, { overwrite });

  const withStatus = (wanted: JobStatus): string[] =>
    runs.filter(({ id }) => status.get(id) === wanted).map(({ id }) => id);
  const jobs = withStatus("completed").map((jobId) => ({ jobId, name: names.get(jobId) ?? jobId }));
  const stop = new AbortController();
  const signals = [lock.signal, stop.signal, ...(options.signal === undefined ? [] : [options.signal])];
  const signal = AbortSignal.any(signals);
  // Every job that runs listens to it several times.
  setMaxListeners(0, signal);
  const report = new DownloadProgressReport({
    numJobs: jobs.length,
    onProgress,
    onError: (error) => stop.abort(error),
  });
  const found = await mapConcurrently(jobs, async (job) => (overwrite ? null : findFinished(paths, job)), {
    concurrency: LOOKS_AT_ONCE,
    signal,
  });
  const wanted: WantedJob[] = [];
  const skipped: string[] = [];
  for (const [index, job] of jobs.entries()) {
    const receipt = found[index] ?? null;
    if (receipt === null) wanted.push(job);
    else {
      skipped.push(job.jobId);
      report.skipped(job.jobId, receipt.bytes);
      const { bytes } = receipt;
      client.emit({ type: "download", batchId: notes.batch.id, jobId: job.jobId, state: "skipped", bytes });
    }
  }
  const parts = await takeLeftovers(paths, new Set(wanted.map(({ name }) => name)), lock.ownerId);
  report.begin();
  const { downloaded, failed } = await downloadJobs(wanted, {
    parts,
    concurrency,
    stop: (reason) => stop.abort(reason),
    context: {
      client,
      batchId: notes.batch.id,
      paths,
      lock,
      rules: new ResultUrlRules({ server: client.server, resultHosts }),
      urls: new ResultUrls(runs, ask),
      limit: new AdaptiveLimit(concurrency),
      report,
      space: new FreeSpace(client, paths.folder),
      signal,
    },
  });
  const summary: DownloadSummary = {
    folder: paths.folder,
    downloaded,
    skipped,
    failed: withStatus("failed"),
    inProgress: withStatus("in_progress"),
  };
  if (failed.length > 0) throw new DownloadSummaryError(failed, summary);
  return summary;
}

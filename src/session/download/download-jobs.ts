import { isDiskFull, isTooManyFiles } from "../../io/system-codes.ts";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import { sleep } from "../../util/sleep.ts";
import { ArchivePart } from "./archive-part.ts";
import type { DownloadContext, WantedJob } from "./download-context.ts";
import { downloadJob } from "./download-job.ts";
import type { FailedDownload } from "./download-summary-error.ts";
import { partPath } from "./leftovers.ts";

/** How {@link downloadJobs} goes about it. */
export interface DownloadJobsOptions {
  /** What is there already of their archives, by the names of their folders. */
  parts: ReadonlyMap<string, ArchivePart>;
  concurrency: number;
  /** Aborts the signal of the context. */
  stop: (reason: unknown) => void;
  context: DownloadContext;
}

/** The tries with too many files open, and the pause after the first. */
const MOST_TRIES = 12;
const FIRST_PAUSE_MS = 20;

/**
 * Downloads jobs, several at once. A job that fails leaves the others alone; a disk that can take no more ends them all,
 * as do the signal and a lost lock.
 *
 * @returns The ids of the jobs that are on disk now, in their order, and those that failed.
 */
export async function downloadJobs(
  jobs: readonly WantedJob[],
  { parts, concurrency, stop, context }: DownloadJobsOptions,
): Promise<{ downloaded: string[]; failed: FailedDownload[] }> {
  const { client, batchId, paths, lock, report, signal } = context;
  const done = new Set<string>();
  const failed: FailedDownload[] = [];
  const download = async (job: WantedJob): Promise<void> => {
    const { jobId, name } = job;
    const part = parts.get(name) ?? new ArchivePart(partPath(paths, name, lock.ownerId));
    const about = { type: "download", batchId, jobId } as const;
    try {
      const { bytes } = await withFewerFiles(() => downloadJob(part, job, context), context);
      done.add(jobId);
      client.emit({ ...about, state: "finished", bytes });
      report.done(jobId, bytes);
    } catch (error) {
      if (isDiskFull(error)) stop(error);
      client.emit({ ...about, state: "failed", bytes: part.bytes });
      if (!part.isResumable) await part.discard().catch(() => {});
      signal.throwIfAborted();
      failed.push({ jobId, error });
      report.failed(jobId);
    }
  };
  await mapConcurrently(jobs, download, { concurrency, signal });
  signal.throwIfAborted();
  const order = new Map(jobs.map(({ jobId }, row) => [jobId, row]));
  failed.sort((a, b) => (order.get(a.jobId) ?? 0) - (order.get(b.jobId) ?? 0));
  return { downloaded: jobs.map(({ jobId }) => jobId).filter((jobId) => done.has(jobId)), failed };
}

/** Does something within the limit; with too many files open, again under a lower one. */
async function withFewerFiles<T>(work: () => Promise<T>, { limit, signal }: DownloadContext): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await limit.run(work);
    } catch (error) {
      if (!isTooManyFiles(error) || attempt === MOST_TRIES) throw error;
      limit.slowDown();
      await sleep(FIRST_PAUSE_MS * attempt, signal);
    }
  }
}

import { ConnectionError } from "../../api/errors/connection-error.ts";
import { ArchiveError, type ArchiveErrorCode } from "../../archives/archive-error.ts";
import type { ArchivePart } from "./archive-part.ts";
import type { DownloadContext, WantedJob } from "./download-context.ts";
import { fetchArchive } from "./fetch-archive.ts";
import { installJob } from "./install-job.ts";
import type { Receipt } from "./receipt.ts";

/** What may be different when the archive is fetched again; what an archive holds will not be. */
const DAMAGE: ReadonlySet<string> = new Set<ArchiveErrorCode>([
  "ARCHIVE_TRUNCATED",
  "ARCHIVE_NOT_A_ZIP",
  "ARCHIVE_DAMAGED",
  "ARCHIVE_CHECKSUM",
]);

/**
 * Fetches one job's archive and puts its folder in place, with its receipt. A job that is there already is replaced by
 * the new one, and kept when fetching fails. An archive that turns out damaged is fetched once more from its start.
 *
 * @throws {ArchiveError} When the archive is damaged again, or holds anything but one folder named by the job.
 */
export async function downloadJob(
  part: ArchivePart,
  job: WantedJob,
  context: DownloadContext,
): Promise<Receipt> {
  const { client, batchId, urls, signal } = context;
  let mayFetchAgain = true;
  for (let attempt = 1; ; attempt++) {
    await fetchArchive(part, job, context);
    try {
      return await installJob(part, job, context);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const isCutShort = error.code === "ARCHIVE_TRUNCATED" && part.size === null;
      await part.discard();
      if (!DAMAGE.has(error.code)) throw error;
      if (isCutShort) await pause(error, attempt);
      else if (!mayFetchAgain) throw error;
      else mayFetchAgain = false;
      client.emit({ type: "download", batchId, jobId: job.jobId, state: "restarted", bytes: 0 });
    }
  }

  /** An archive of unknown length that ends early is a connection that broke: it may be made again as often. */
  async function pause(error: ArchiveError, attempt: number): Promise<void> {
    const broken = new ConnectionError(error.message, { phase: "body", cause: error });
    const path = (urls.of(job.jobId) ?? job.jobId).replace(/[?#].*/, "");
    const request = client.newRequest();
    const failed = { request, method: "GET", path, attempt, retries: client.downloadRetries };
    await client.retrier.pause(broken, { ...failed, isRepeatable: true, signal }).catch((reason) => {
      throw reason === broken ? error : reason;
    });
  }
}

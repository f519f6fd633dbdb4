import { ConnectionError } from "../../api/errors/connection-error.ts";
import { ArchiveError } from "../../archives/archive-error.ts";
import type { ArchivePart } from "./archive-part.ts";
import type { DownloadContext, WantedJob } from "./download-context.ts";
import { fetchArchive } from "./fetch-archive.ts";
import { installJob } from "./install-job.ts";
import type { Receipt } from "./receipt.ts";

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
  const { client, batchId, signal } = context;
  let mayFetchAgain = true;
  for (let attempt = 1; ; attempt++) {
    await fetchArchive(part, job, context);
    try {
      return await installJob(part, job, context);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      const isCutShort = error.code === "ARCHIVE_TRUNCATED" && part.size === null;
      await part.discard();
      if (isCutShort) await pause(error, attempt);
      else if (!mayFetchAgain) throw error;
      else mayFetchAgain = false;
      client.emit({ type: "download", batchId, jobId: job.jobId, state: "restarted", bytes: 0 });
    }
  }

  /** An archive of unknown length that ends early is a connection that broke: it may be made again as often. */
  async function pause(error: ArchiveError, attempt: number): Promise<void> {
    const broken = new ConnectionError(error.message, { phase: "body", cause: error });
    const path = `/${job.jobId}`;
    const failed = {
      request: client.newRequest(),
      method: "GET",
      path,
      attempt,
      retries: client.downloadRetries,
    };
    await client.retrier.pause(broken, { ...failed, isRepeatable: true, signal }).catch((reason) => {
      throw reason === broken ? error : reason;
    });
  }
}

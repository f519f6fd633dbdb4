import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import type { DownloadSummary } from "./download-summary.ts";

/** A job that could not be downloaded. */
export interface FailedDownload {
  jobId: string;
  error: unknown;
}

const MOST_CAUSES = 5;
const MOST_IDS = 10;

/**
 * Some jobs could not be downloaded. All others are on disk; downloading again fetches only what is missing.
 *
 * @example
 * ```ts
 * server.setFaults([{ path: "/results/*", at: [1], fault: { reply: { status: 404 } } }]);
 * try {
 *   await batch.download("cameras");
 * } catch (error) {
 *   if (!(error instanceof DownloadSummaryError)) throw error;
 *   error.message; // "1 of 12 jobs could not be downloaded to cameras, the others are there; …"
 *   error.failed[0].error; // NotFoundError: …
 * }
 * const { downloaded, skipped } = await batch.download("cameras");
 * [downloaded.length, skipped.length]; // [1, 11]
 * ```
 */
export class DownloadSummaryError extends InfinityFramesError {
  override name = "DownloadSummaryError";
  /** The jobs that failed, each with its error. */
  readonly failed: readonly FailedDownload[];
  /** What became of the others. */
  readonly summary: DownloadSummary;

  constructor(failed: readonly FailedDownload[], summary: DownloadSummary) {
    const numJobs = failed.length + summary.downloaded.length + summary.skipped.length;
    super(
      "DOWNLOAD",
      `${failed.length} of ${numJobs} jobs could not be downloaded to ${summary.folder}${failed.length < numJobs ? ", the others are there" : ""}; download again to fetch only what is missing:\n${causesOf(failed).join("\n")}`,
      { cause: failed[0]?.error },
    );
    this.failed = failed;
    this.summary = summary;
  }
}

/** One line for each kind of error: the first message of the kind, and the jobs. */
function causesOf(failed: readonly FailedDownload[]): string[] {
  const kinds = new Map<string, FailedDownload[]>();
  for (const one of failed) {
    const { error } = one;
    const kind = error instanceof InfinityFramesError ? `${error.name} ${error.code}` : String(error);
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  const lines = [...kinds.values()].slice(0, MOST_CAUSES).map((jobs) => {
    const error = jobs[0]?.error;
    const ids = jobs.slice(0, MOST_IDS).map(({ jobId }) => jobId);
    return `  ${listed(ids, jobs.length)}: ${error instanceof Error ? error.message : String(error)}`;
  });
  const rest = kinds.size - lines.length;
  return rest === 0 ? lines : [...lines, `  and ${rest} other kinds of errors`];
}

function listed(ids: readonly string[], count: number): string {
  const more = count - ids.length;
  return `${ids.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

import type { ProgressParts } from "../display/text/progress-text.ts";
import type { DownloadProgress } from "../session/download/download-progress.ts";
import { formatBytes } from "../util/format-bytes.ts";
import { formatDuration } from "./format-duration.ts";
import { Pace } from "./pace.ts";

/** Puts a download's progress into words: jobs, bytes, speed and the time left. */
export class DownloadParts {
  readonly #jobs = new Pace();
  readonly #bytes = new Pace();

  /** What to show now. */
  of({ numJobs, numJobsDone, numJobsFailed, bytes, bytesTotal }: DownloadProgress): ProgressParts {
    const ended = numJobsDone + numJobsFailed;
    const speed = this.#bytes.perSecond(bytes);
    const byJobs = this.#jobs.leftMs(ended, numJobs);
    const leftMs = bytesTotal === null ? byJobs : this.#bytes.leftMs(bytes, bytesTotal);
    const details = [
      ...(numJobsFailed === 0 ? [] : [`${numJobsFailed} failed`]),
      bytesTotal === null ? formatBytes(bytes) : `${formatBytes(bytes)} of ${formatBytes(bytesTotal)}`,
      ...(speed > 0 ? [`${formatBytes(speed)}/s`] : []),
      ...(leftMs === null || ended === numJobs ? [] : [`${formatDuration(leftMs)} left`]),
    ];
    return { label: "download", done: numJobsDone, total: numJobs, details };
  }
}

import type { ExportProgress } from "../dataset/export-tables.ts";
import type { IngestProgress } from "../dataset/ingest/ingest-options.ts";
import type { ReadProgress } from "../dataset/read-dataset.ts";
import type { ProgressParts } from "../display/text/progress-text.ts";
import type { ReportProgress } from "../report/report-options.ts";
import type { DownloadProgress } from "../session/download/download-progress.ts";
import type { VerifyProgress } from "../session/download/verify.ts";
import type { BatchProgress } from "../session/waiting/batch-progress.ts";
import { formatBytes } from "../util/format-bytes.ts";

/** What the long calls of this library tell of themselves, and `{ done, total }` for work of your own. */
export type AnyProgress =
  | BatchProgress
  | DownloadProgress
  | VerifyProgress
  | IngestProgress
  | ReadProgress
  | ReportProgress
  | ExportProgress
  | { readonly done: number; readonly total: number };

/** Progress of any kind in the same words. */
export function progressParts(label: string, progress: AnyProgress): ProgressParts {
  if ("jobsTotal" in progress) {
    const { jobsDone, jobsTotal, bytesTotal } = progress;
    return { label, done: jobsDone, total: jobsTotal, details: [formatBytes(bytesTotal)] };
  }
  if ("numJobs" in progress) return ofJobs(label, progress);
  const { done, total } = progress;
  if ("step" in progress) return { label: `${label}: ${progress.step}`, done, total, thing: "part" };
  return { label, done, total, thing: "table" in progress ? "table" : "jobId" in progress ? "job" : "part" };
}

function ofJobs(label: string, progress: BatchProgress | DownloadProgress | VerifyProgress): ProgressParts {
  const { numJobs: total } = progress;
  const failed = "numJobsFailed" in progress ? progress.numJobsFailed : 0;
  const done =
    "numJobsRemaining" in progress ? total - progress.numJobsRemaining - failed : progress.numJobsDone;
  const details = failed > 0 ? [`${failed} failed`] : [];
  if ("bytes" in progress) details.push(formatBytes(progress.bytes));
  return { label, done, total, details };
}

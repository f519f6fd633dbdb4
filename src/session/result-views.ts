import { table } from "arquero";
import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
import { countOf } from "../util/count-of.ts";
import type { DownloadSummary } from "./download/download-summary.ts";
import type { CompletedJob } from "./jobs.ts";

const JOBS_DISPLAY = viewDisplay((jobs: readonly CompletedJob[]) => {
  const ids = table([
    ["job_id", jobs.map(({ jobId }) => jobId)],
    ["result", jobs.map(({ resultUrl }) => resultUrl !== null)],
  ]);
  const title = `${countOf(jobs.length, "job")} that ended`;
  return { title, parts: [{ kind: "table", table: ids, limits: { maxRows: 6 } }] };
});

/** Jobs that show themselves in notebooks, without the addresses of their results: these open for whoever has them. */
export function showingJobs<T extends CompletedJob[]>(jobs: T): T {
  displayable(jobs, JOBS_DISPLAY);
  return jobs;
}

const DOWNLOAD_DISPLAY = viewDisplay(({ downloaded, skipped, failed, inProgress }: DownloadSummary) => ({
  title: "Download",
  parts: [
    {
      kind: "facts",
      facts: [
        ["fetched", countOf(downloaded.length, "job")],
        ["there before", countOf(skipped.length, "job")],
        ["without a result", [countOf(failed.length, "job"), ...failed].join(", ")],
        ["in progress", countOf(inProgress.length, "job")],
      ],
    },
  ],
}));

/** A summary that shows itself in notebooks. */
export function showingDownload(summary: DownloadSummary): DownloadSummary {
  displayable(summary, DOWNLOAD_DISPLAY);
  return summary;
}

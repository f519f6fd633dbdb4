import type { Batch } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { type Html, html } from "./html.ts";
import { plural } from "./plural.ts";

/** How far the jobs of a batch are. */
export interface BatchProgress {
  total: number;
  /** Finished, failed ones too. */
  finished: number;
  failed: number;
}

/** Counts the jobs of a batch. */
export function batchProgress({ jobs }: Batch, store: JobStore): BatchProgress {
  const done = jobs.filter((job) => store.isDone(job));
  return { total: jobs.length, finished: done.length, failed: done.filter(({ failed }) => failed).length };
}

/** Shows how far the jobs of a batch are, as a bar and in words. */
export function progressBar({ total, finished, failed }: BatchProgress): Html {
  const succeeded = finished - failed;
  const words = [
    finished === total
      ? `${plural(succeeded, "job")} finished`
      : `${succeeded} of ${plural(total, "job")} finished`,
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(", ");
  return html`<span class="progress"><progress aria-label="Jobs done" max="${total}" value="${finished}"></progress> ${words}</span>`;
}

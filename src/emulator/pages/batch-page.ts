import type { ViewContext } from "../http/views.ts";
import type { Batch } from "../store/job.ts";
import { batchName } from "./batch-name.ts";
import { batchProgress, progressBar } from "./batch-progress.ts";
import { type Html, html } from "./html.ts";
import { jobCard } from "./job-card.ts";
import { layout } from "./layout.ts";
import { pagerLinks, takePage } from "./pager.ts";
import { REFRESH_SECONDS, refreshLink } from "./refresh-link.ts";
import { timeElement } from "./time-element.ts";

const JOBS_PER_PAGE = 100;

/** What the page of a batch depends on besides the batch. */
export interface BatchPage extends ViewContext {
  /** The page of jobs that was asked for. */
  page: string | undefined;
  /** Whether the page may load itself again. */
  refresh: boolean;
}

/** The page of a batch: its progress and its jobs. */
export function batchPage(batch: Batch, { page, refresh, ...context }: BatchPage): Html {
  const shown = takePage(batch.jobs, { asked: page, size: JOBS_PER_PAGE });
  const progress = batchProgress(batch, context.store);
  const inProgress = progress.finished < progress.total;
  const cards = shown.items.map((job, i) => jobCard(job, { ...context, number: shown.offset + i + 1 }));
  return layout({
    title: batchName(batch),
    back: html`<a href="/">All batches</a>`,
    refreshSeconds: inProgress && refresh ? REFRESH_SECONDS : undefined,
    body: html`<section>
<h2>Progress</h2>
${progressBar(progress)}
${inProgress && refreshLink({ page: shown.page, refreshing: refresh })}
<p class="note">Created ${timeElement(batch.createdMs)} · <code>${batch.id}</code></p>
</section>
<section>
<h2>Jobs</h2>
${pagerLinks(shown, "jobs")}
<ol class="jobs">${cards}</ol>
${pagerLinks(shown, "jobs")}
</section>
`,
  });
}

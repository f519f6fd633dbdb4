import type { GeneratorInfo } from "../../api/wire-types.ts";
import type { Batch } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { batchName } from "./batch-name.ts";
import { batchProgress, progressBar } from "./batch-progress.ts";
import { generatorDetails } from "./generator-details.ts";
import { type Html, html } from "./html.ts";
import { layout } from "./layout.ts";
import { pagerLinks, takePage } from "./pager.ts";
import { REFRESH_SECONDS, refreshLink } from "./refresh-link.ts";
import { timeElement } from "./time-element.ts";

const BATCHES_PER_PAGE = 50;

/** What the page at `/` shows. */
export interface HomePage {
  stores: readonly JobStore[];
  generators: readonly GeneratorInfo[];
  /** Scheme, host and port of the server. */
  origin: string;
  /** The page of batches that was asked for. */
  page: string | undefined;
  /** Whether the page may load itself again. */
  refresh: boolean;
}

function batchItem({ batch, store }: { batch: Batch; store: JobStore }): Html {
  const names = [...new Set(batch.jobs.map(({ model }) => model.info.name))];
  return html`<li>
<a href="/admin/api/batch/${batch.id}">${batchName(batch)}</a>
<span class="note">${names.join(", ")} · ${timeElement(batch.createdMs)}</span>
${progressBar(batchProgress(batch, store))}
</li>
`;
}

function connectSection(origin: string): Html {
  return html`<section>
<h2>Connect</h2>
<p>The server is <code>${origin}</code>. The token is one that it was started with, <code>emulator</code> unless told otherwise; this page has the batches of all tokens and shows none of them.</p>
<div class="scroll" tabindex="0" role="region" aria-label="How to connect">
<pre><code>import { Session } from "infinity-frames";

const session = await Session.connect({ server: "${origin}", token, generator: "visionfit-v0.3.1" });</code></pre>
<pre><code>curl -H "Authorization: Token $TOKEN" ${origin}/api/batch/</code></pre>
</div>
<p>Every endpoint: <a href="/api/schema/docs/">API reference</a>, or as <a href="/api/schema/">OpenAPI 3.1</a>.</p>
</section>
`;
}

/** The page at `/`: batches, how to connect, generators. */
export function homePage({ stores, generators, origin, page, refresh }: HomePage): Html {
  const all = stores.flatMap((store) => store.batches.map((batch) => ({ batch, store })));
  const newestFirst = all.reverse().sort((a, b) => b.batch.createdMs - a.batch.createdMs);
  const shown = takePage(newestFirst, { asked: page, size: BATCHES_PER_PAGE });
  const inProgress = all.some(({ batch, store }) => batch.jobs.some((job) => !store.isDone(job)));
  return layout({
    title: "Infinity API emulator",
    refreshSeconds: inProgress && refresh ? REFRESH_SECONDS : undefined,
    body: [
      html`<section>
<h2>Batches</h2>
${inProgress && refreshLink({ page: shown.page, refreshing: refresh })}
${shown.items.length > 0 ? html`<ul class="batches">${shown.items.map(batchItem)}</ul>` : html`<p>There are none yet: submit one, and it shows here.</p>`}
${pagerLinks(shown, "batches")}
</section>
`,
      connectSection(origin),
      html`<section>
<h2>Generators</h2>
${generators.map(generatorDetails)}
</section>
`,
    ],
  });
}

import type { JobParams, ParamValue } from "../../api/wire-types.ts";
import type { ViewContext } from "../http/views.ts";
import { jobSummary } from "../http/views.ts";
import type { Job } from "../store/job.ts";
import { hasPicture } from "./has-picture.ts";
import { type Html, html } from "./html.ts";
import { plural } from "./plural.ts";

function changedParams({ model, params }: Job): JobParams {
  const defaults = new Map(model.info.params.map(({ name, default_value }) => [name, default_value]));
  return Object.fromEntries(Object.entries(params).filter(([name, value]) => value !== defaults.get(name)));
}

/** A number to six digits, with all of them at hand; anything else as it is. */
function paramValue(value: ParamValue): Html | string {
  if (typeof value !== "number" || Number(value.toPrecision(6)) === value) return String(value);
  return html`<span title="${value}">${Number(value.toPrecision(6))}</span>`;
}

function paramList(params: JobParams): Html {
  const entries: [string, ParamValue][] = Object.entries(params);
  return html`<dl>${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${paramValue(value)}</dd></div>`)}</dl>`;
}

/** The state of a job, in a word and a class for its colour. */
function stateOf(job: Job, { store }: ViewContext): { word: string; style: string } {
  if (!store.isDone(job)) return { word: "In progress", style: "running" };
  return job.failed ? { word: "Failed", style: "failed" } : { word: "Finished", style: "finished" };
}

/** One job of a batch page: picture, state, parameters, archive. */
export function jobCard(job: Job, { number, ...context }: ViewContext & { number: number }): Html {
  const { result_url } = jobSummary(job, context);
  const { word, style } = stateOf(job, context);
  const changed = changedParams(job);
  const count = Object.keys(changed).length;
  const picture =
    result_url !== null && hasPicture(job)
      ? html`<img loading="lazy" decoding="async" src="/admin/api/job/${job.id}/preview.png?${context.store.openedMs}" alt="Preview of job ${number}">`
      : html`<span>${result_url === null ? word : "No picture"}</span>`;
  return html`<li id="job-${job.id}">
<div class="picture">${picture}</div>
<h3>Job ${number} <span class="state ${style}">${word}</span></h3>
<p class="note">${job.model.info.name}${job.isPreview ? ", preview" : ""}</p>
${count > 0 ? paramList(changed) : html`<p class="note">All parameters at their defaults</p>`}
<details><summary>All ${plural(Object.keys(job.params).length, "parameter")}</summary>
<p class="id"><span class="note">Job id</span> <code>${job.id}</code></p>
${paramList(job.params)}
</details>
${result_url !== null && html`<p><a href="${result_url}" aria-label="Archive of job ${number}">Archive</a></p>`}
</li>
`;
}

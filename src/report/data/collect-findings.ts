import type { ReportSource } from "../report-source.ts";
import { countOf } from "../text/count-of.ts";
import { listNames } from "../text/list-names.ts";
import type { Findings } from "./findings.ts";
import { jobColumns } from "./job-columns.ts";
import { readSource } from "./read-source.ts";
import type { ReportSettings } from "./report-settings.ts";
import { type JobsSummary, summarizeJobs } from "./summarize-jobs.ts";

/** Computes all that a report tells. */
export async function collectFindings(dataset: ReportSource, settings: ReportSettings): Promise<Findings> {
  const source = await readSource(dataset, settings);
  const summary = summarizeJobs(source.jobs);
  return {
    title: settings.title ?? defaultTitle(summary),
    settings,
    source,
    columns: jobColumns(source.jobs),
    summary,
    methods: [],
  };
}

function defaultTitle({ jobs, batchNames }: JobsSummary): string {
  return batchNames.length === 0
    ? `Report of ${countOf(jobs, "job")}`
    : `Report of ${listNames(batchNames, 3)}`;
}

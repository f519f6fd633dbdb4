import type { Findings } from "./data/findings.ts";
import { jobColumns } from "./data/job-columns.ts";
import { type ReportSource, readSource } from "./data/read-source.ts";
import { summarizeJobs } from "./data/summarize-jobs.ts";
import { htmlDocument } from "./html/html-document.ts";
import { markdownDocument } from "./markdown/markdown-document.ts";
import { problemsSection } from "./sections/problems-section.ts";
import { provenanceSection } from "./sections/provenance-section.ts";
import { summarySection } from "./sections/summary-section.ts";

/** Options of {@link report}. */
export interface ReportOptions {
  title?: string;
  signal?: AbortSignal;
}

export interface Report {
  html: string;
  markdown: string;
}

export async function report(dataset: ReportSource, { title, signal }: ReportOptions = {}): Promise<Report> {
  const source = await readSource(dataset, { signal, onProgress: () => {} });
  const findings: Findings = {
    settings: { title: title ?? null, made: null, recipe: null, charts: true },
    source,
    columns: jobColumns(source.jobs),
    summary: summarizeJobs(source.jobs),
  };
  const document = {
    title: title ?? "Report",
    subtitle: "sub",
    footer: "foot",
    sections: [summarySection(findings), problemsSection(findings), provenanceSection(findings)],
  };
  return { html: htmlDocument(document, new Map()), markdown: markdownDocument(document) };
}

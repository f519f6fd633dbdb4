import type { JobColumns } from "./job-columns.ts";
import type { SourceTables } from "./read-source.ts";
import type { ReportSettings } from "./report-settings.ts";
import type { JobsSummary } from "./summarize-jobs.ts";

/** The convention of a statistic. */
export interface Method {
  lead: string;
  text: string;
}

/** All that a report tells, before it is put into words. */
export interface Findings {
  title: string;
  settings: ReportSettings;
  source: SourceTables;
  columns: JobColumns;
  summary: JobsSummary;
  methods: readonly Method[];
}

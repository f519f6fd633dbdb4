import type { JobColumns } from "./job-columns.ts";
import type { SourceTables } from "./read-source.ts";
import type { ReportSettings } from "./report-settings.ts";
import type { JobsSummary } from "./summarize-jobs.ts";

/** All that a report tells, before it is put into words. */
export interface Findings {
  settings: ReportSettings;
  source: SourceTables;
  columns: JobColumns;
  summary: JobsSummary;
}

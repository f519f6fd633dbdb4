import type { ColumnTable } from "arquero";
import type { LabelStatistics } from "../../stats/labels/label-statistics.ts";
import type { ComparisonFindings } from "./compare-datasets.ts";
import type { ParameterFindings } from "./describe-parameters.ts";
import type { JobColumns } from "./job-columns.ts";
import type { LabelledJobs } from "./join-labels.ts";
import type { SourceTables } from "./read-source.ts";
import type { ReportSettings } from "./report-settings.ts";
import type { SampleLabels } from "./sample-labels.ts";
import type { OutcomeFindings } from "./study-outcomes.ts";
import type { SensitivityFindings } from "./study-sensitivity.ts";
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
  parameters: ParameterFindings;
  /** The table of `associations` of parameters that vary and label summaries. */
  associations: ColumnTable;
  /** Null where labels cannot be queried. */
  labels: LabelStatistics | null;
  labelled: LabelledJobs;
  samples: SampleLabels;
  /** Width by height of the images. */
  aspect: number;
  outcomes: readonly OutcomeFindings[];
  sensitivity: SensitivityFindings;
  comparison: ComparisonFindings | null;
  /** The tables of `alerts` and `labelAlerts` as one. */
  alerts: ColumnTable;
  methods: readonly Method[];
}

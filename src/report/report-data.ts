import type { JsonRow, JsonValue } from "./data/json-rows.ts";

/** The numbers of jobs and labels in a report. */
export interface ReportSummaryData {
  jobs: number;
  previews: number;
  /** The number of jobs of each status that occurs. */
  statuses: Readonly<Record<string, number>>;
  /** Null where no job has labels. */
  frames: number | null;
  annotations: number | null;
  generators: readonly string[];
  batch_ids: readonly string[];
  batch_names: readonly string[];
}

/** Where the data of a report come from. */
export interface ReportProvenanceData {
  /** One row a batch: `batch_id`, `batch_name`, `generator`, `is_preview`, `jobs`, `completed`. */
  batches: readonly JsonRow[];
  /** The number of rows of each table of the dataset. */
  tables: Readonly<Record<string, number>>;
  /** The version of infinity-frames that wrote the tables, null where they were read from the jobs' own files. */
  ingested_by: string | null;
  schema_version: string | null;
  partitioned_by: readonly string[];
  recipe: JsonValue;
  seeds: readonly string[];
}

/** What a report tells of the parameters of jobs. */
export interface ReportParametersData {
  /** The names of the parameters, of those that vary, and of the columns that summarise labels. */
  names: readonly string[];
  varying: readonly string[];
  summaries: readonly string[];
  /** The rows of `describe` for the parameters and summaries. */
  described: readonly JsonRow[];
  /** The rows of `associations` for those that vary. */
  associations: readonly JsonRow[];
}

/** The effects on one outcome: the tables of `effects`, and the table of `responseCurve` for each factor. */
export interface ReportEffectsData {
  outcome: string;
  /** The factors, the one that explains most first. */
  factors: readonly string[];
  paired_by: readonly string[];
  confidence: number;
  correction: string;
  count: number;
  missing: number;
  /** How many of the missing ones are of completed jobs. */
  missing_completed: number;
  infinite: number;
  main: readonly JsonRow[];
  levels: readonly JsonRow[];
  interactions: readonly JsonRow[];
  cells: readonly JsonRow[];
  pairs: readonly JsonRow[] | null;
  curves: readonly { factor: string; points: readonly JsonRow[] }[];
}

/** The result of `sensitivity`. */
export interface ReportSensitivityData {
  outcome: string;
  kind: "sobol" | "morris";
  blocks: number;
  used_blocks: number;
  rows: number;
  used_rows: number;
  dropped_blocks: readonly number[];
  missing_rows: readonly number[];
  note: string | null;
  indices: readonly JsonRow[];
  interactions: readonly JsonRow[] | null;
}

/** How the dataset compares to another one, or to the design: the result of `compareDistributions`, and more of a design. */
export interface ReportComparisonData {
  kind: "dataset" | "design";
  reference_rows: number;
  current_rows: number;
  drifted_share: number | null;
  drifted: boolean;
  columns: readonly JsonRow[];
  /** The tables of `compareToDesign`; null where the comparison is to a dataset, or could not be made. */
  design: { table: readonly JsonRow[]; drift: readonly JsonRow[] } | null;
  note: string | null;
}

/**
 * Every number of a report, as plain JSON. Tables are arrays of rows with the columns of the functions that make them;
 * what could not be computed is `null`.
 */
export interface ReportData {
  /** The version of this form; it changes when a reader would have to. */
  format_version: 1;
  /** The version of infinity-frames that made the report. */
  library_version: string;
  title: string;
  /** The moment that was given as `made`, ISO 8601. */
  made: string | null;
  summary: ReportSummaryData;
  parameters: ReportParametersData;
  /** The tables of `labelStatistics`, by name; null where labels cannot be queried. */
  labels: Readonly<Record<string, readonly JsonRow[]>> | null;
  /** One for each outcome. */
  effects: readonly ReportEffectsData[];
  /** The analysis that was given, or one for each outcome where the design is made for it. */
  sensitivity: readonly ReportSensitivityData[];
  comparison: ReportComparisonData | null;
  /** The rows of `alerts` (of completed jobs) and `labelAlerts`, the most severe first. */
  alerts: readonly JsonRow[];
  /** The rows of the table `problems`. */
  problems: readonly JsonRow[];
  provenance: ReportProvenanceData;
  /** The conventions of the statistics, a sentence each. */
  methods: readonly string[];
}

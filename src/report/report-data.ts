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
  /** The first rows of the table `problems`, and how many there are of each kind. */
  problems: readonly JsonRow[];
  provenance: ReportProvenanceData;
  /** The conventions of the statistics, a sentence each. */
  methods: readonly string[];
}

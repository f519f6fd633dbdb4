/** The declared type of a generator's parameter. */
export type ParamType = "str" | "bool" | "int" | "float" | "uuid";

/** A value of a job parameter as it travels in JSON. */
export type ParamValue = string | number | boolean | null;

/** Parameter values of one job, by parameter name. */
export type JobParams = Record<string, ParamValue>;

/** What a generator says a parameter may be; `min` and `max` are inclusive. */
export interface ParamOptions {
  min?: number | undefined;
  max?: number | undefined;
  choices?: (string | number | boolean)[] | undefined;
}

/** One parameter of a generator. */
export interface ParamInfo {
  name: string;
  type: ParamType;
  default_value: ParamValue;
  options: ParamOptions | null;
}

/** A generator as the API describes it. */
export interface GeneratorInfo {
  name: string;
  version: string;
  params: ParamInfo[];
  options: { preview?: boolean | undefined; [option: string]: unknown };
}

/** The state of one job, as a batch summary gives it. `in_progress: false` also holds for failed jobs. */
export interface JobRunSummary {
  id: string;
  name: string;
  in_progress: boolean;
  result_url: string | null;
}

/** One job with everything the API knows of it. */
export interface JobRunData extends JobRunSummary {
  is_preview: boolean;
  param_values: JobParams;
  /** The batch that the job belongs to; given where jobs are listed or submitted one at a time. */
  batch_id?: string | undefined;
}

/** A batch as `GET api/batch/` lists it. */
export interface BatchListItem {
  id: string;
  name?: string | undefined;
  /** ISO 8601 with a numeric offset. */
  created: string;
}

/** A batch with its jobs, in the order of the request. */
export interface BatchData {
  id: string;
  name: string;
  created: string;
  job_runs: JobRunData[];
}

/** A batch light enough to poll. */
export interface BatchSummaryData {
  job_runs: JobRunSummary[];
}

/** Usage over a time range. */
export interface UsageData {
  counts_by_generator: { name?: string | undefined; count?: number | undefined; [field: string]: unknown }[];
}

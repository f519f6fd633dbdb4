import type { GeneratorInfo, JobParams } from "./wire-types.ts";

/** The last known state of a job. */
export type JobStatus = "completed" | "failed" | "in_progress";

/** What a batch folder remembers of one job. */
export interface JobMetadata {
  job_id: string;
  /** The name of the job's folder, where the id cannot be one. */
  folder?: string | undefined;
  /** The row of the design that the job was made from, from 0. */
  design_row: number;
  status: JobStatus;
  /** The parameters that were requested. */
  params: JobParams;
}

/** The content of `.infinity/batch.json` in a batch folder. It holds no token and no result URLs. */
export interface BatchMetadata {
  format_version: 1;
  library_version: string;
  batch: { id: string; name: string; created: string };
  is_preview: boolean;
  generator: GeneratorInfo;
  jobs: JobMetadata[];
}

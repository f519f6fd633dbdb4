import type { JobParams } from "../wire-types.ts";

/** One job for the endpoints of older clients. */
export interface JobSubmission {
  /** The name of the generator. */
  generator: string;
  /** Parameter values. */
  params: JobParams;
  /** The batch to join. @default a new batch */
  batchId?: string | undefined;
}

/** What the API answers to one job: its id and its batch's. */
export interface SubmittedJob {
  id: string;
  batch_id: string;
}

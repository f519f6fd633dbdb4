import type { RequestOptions } from "./request-options.ts";

/** Options of the lists of jobs. */
export interface JobListOptions extends RequestOptions {
  /** Only the jobs of this batch. @default every batch of the token */
  batchId?: string | undefined;
}

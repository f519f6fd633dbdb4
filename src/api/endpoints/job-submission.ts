import type { JobParams } from "../wire-types.ts";
import { checkJobParams } from "./check-job-params.ts";

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

/**
 * The request body of one job.
 *
 * @throws {TypeError} When the generator is empty, or a value would not arrive as it is.
 */
export function jobRequest({ generator, params, batchId }: JobSubmission): Record<string, unknown> {
  if (generator === "") throw new TypeError("The generator must not be empty");
  checkJobParams(params, "The job");
  return { name: generator, param_values: params, ...(batchId !== undefined && { batch_id: batchId }) };
}

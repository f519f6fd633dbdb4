import type { BatchRequest, JobParams } from "../wire-types.ts";
import { checkJobParams } from "./check-job-params.ts";

/** Jobs to submit or to estimate. */
export interface BatchSubmission {
  /** The name of the generator that runs every job. */
  generator: string;
  /** The batch's name; may be empty. */
  name: string;
  /** One object of parameter values per job; at least one. */
  jobParams: readonly JobParams[];
  /** Whether the jobs are previews. */
  isPreview: boolean;
}

/**
 * The request body of a submission.
 *
 * @throws {TypeError} When the generator is empty, the jobs are not a non-empty array of objects, or a value would not
 * arrive as it is.
 */
export function batchRequest({ generator, name, jobParams, isPreview }: BatchSubmission): BatchRequest {
  if (generator === "") throw new TypeError("The generator must not be empty");
  if (!Array.isArray(jobParams)) throw new TypeError("The jobs must be an array of objects");
  if (jobParams.length === 0) throw new TypeError("There are no jobs to submit: at least one is wanted");
  const job_runs = jobParams.map((params: JobParams, row) => {
    checkJobParams(params, `Job ${row}`);
    return { name: generator, is_preview: isPreview, param_values: params };
  });
  return { name, job_runs };
}

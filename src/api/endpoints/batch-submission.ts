import type { JobParams } from "../wire-types.ts";
import { checkJobParams } from "./check-job-params.ts";

/** Jobs to submit or to estimate. */
export interface BatchSubmission {
  /** The name of the generator that runs every job. */
  generator: string;
  /** The batch's name; may be empty. */
  name: string;
  /** One object of parameter values per job; at least one. They are gone through to be checked, and for every attempt to send them. */
  jobParams: Iterable<JobParams>;
  /** Whether the jobs are previews. */
  isPreview: boolean;
}

/** The request body of a submission. */
export interface BatchBody {
  numJobs: number;
  /** The JSON, piece by piece; it can be gone through any number of times. */
  body: Iterable<string>;
}

/** Jobs whose JSON is made together. */
const BLOCK = 256;

function* jsonPieces({ generator, name, jobParams, isPreview }: BatchSubmission): Generator<string> {
  const start = `{"name":${JSON.stringify(generator)},"is_preview":${isPreview},"param_values":`;
  let piece = `{"name":${JSON.stringify(name)},"job_runs":[`;
  let count = 0;
  for (const params of jobParams) {
    piece += `${count === 0 ? "" : ","}${start}${JSON.stringify(params)}}`;
    if (++count % BLOCK !== 0) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}]}`;
}

/**
 * The request body of a submission.
 *
 * @throws {TypeError} When the generator is empty, the jobs are not objects, there are none, or a value would not
 * arrive as it is.
 */
export function batchBody(submission: BatchSubmission): BatchBody {
  const { generator, jobParams } = submission;
  if (generator === "") throw new TypeError("The generator must not be empty");
  if (typeof jobParams !== "object" || jobParams === null || !(Symbol.iterator in jobParams)) {
    throw new TypeError("The jobs must be a list of objects");
  }
  const iterator: unknown = jobParams[Symbol.iterator]();
  if (iterator === jobParams) {
    throw new TypeError("The jobs must be a list that can be gone through twice, got an iterator");
  }
  let numJobs = 0;
  for (const params of jobParams) checkJobParams(params, `Job ${numJobs++}`);
  if (numJobs === 0) throw new TypeError("There are no jobs to submit: at least one is wanted");
  return { numJobs, body: { [Symbol.iterator]: () => jsonPieces(submission) } };
}

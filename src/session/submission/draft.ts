import type { ColumnTable } from "arquero";
import type { JobParams } from "../../api/wire-types.ts";
import { JOB_KEYS } from "../../params/job-keys.ts";
import { eachJob } from "../../params/table-to-jobs.ts";
import { hashJobs } from "./hash-jobs.ts";
import { checkBatchName } from "./sent-name.ts";

/** Jobs that may be sent: everything about them is checked. */
export interface Draft {
  /** The name of the generator. */
  generator: string;
  isPreview: boolean;
  /** The user's name for the batch. */
  batchName: string;
  /** Whether the name that is sent tells the submission. */
  tagName: boolean;
  /** The jobs, made anew whenever they are gone through. */
  jobParams: Iterable<JobParams>;
  numJobs: number;
  paramNames: string[];
  paramsHash: string;
  /** The design row of each job. */
  designRows: readonly number[];
}

/** What a {@link Draft} is made from. */
export interface DraftSource {
  generator: string;
  isPreview: boolean;
  batchName?: string | undefined;
  tagName?: boolean | undefined;
  /** Complete and valid jobs. */
  jobs: ColumnTable;
  designRows: readonly number[];
}

/** The parameters of which a job has a value. */
function sentParams(jobs: ColumnTable): string[] {
  return jobs.columnNames((name) => {
    if (JOB_KEYS.includes(name)) return false;
    const column = jobs.column(name);
    for (let row = 0; row < (column?.length ?? 0); row++) {
      if ((column?.at(row) ?? null) !== null) return true;
    }
    return false;
  });
}

/**
 * Prepares jobs to be sent.
 *
 * @throws {TypeError} When there are none.
 * @throws {RangeError} When the batch's name is too long, or an integer exceeds what JSON holds exactly.
 */
export function draftSubmission(source: DraftSource): Draft {
  const { generator, isPreview, batchName = "", tagName = true, jobs, designRows } = source;
  checkBatchName(batchName, { tagName });
  const numJobs = jobs.numRows();
  if (numJobs === 0) throw new TypeError("There are no jobs to submit: at least one is wanted");
  const jobParams = eachJob(jobs);
  const paramNames = sentParams(jobs);
  const paramsHash = hashJobs({ generator, isPreview, jobs: jobParams, names: paramNames });
  return { generator, isPreview, batchName, tagName, jobParams, numJobs, paramNames, paramsHash, designRows };
}

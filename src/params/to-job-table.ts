import type { ColumnTable } from "arquero";
import { isTable } from "../tables/is-table.ts";
import type { JobRecord } from "./job-record.ts";
import { jobsToTable } from "./jobs-to-table.ts";
import type { ParameterSpace } from "./parameter-space.ts";

/** Jobs in either form that functions accept: an Arquero table with a row per job, or an array of records. */
export type Jobs = ColumnTable | readonly JobRecord[];

/**
 * The table of jobs, converted when they are given as records.
 *
 * @throws {TypeError} When they are neither a table nor an array of objects.
 */
export function toJobTable(jobs: Jobs, space?: ParameterSpace): ColumnTable {
  if (isTable(jobs)) {
    if (Number.isSafeInteger(jobs.numRows())) return jobs;
    throw new TypeError("The table of jobs is broken: a column of it is not a list of values");
  }
  if (!Array.isArray(jobs)) throw new TypeError("Jobs must be an Arquero table or an array of objects");
  jobs.forEach((job, row) => {
    if (typeof job === "object" && job !== null && !Array.isArray(job)) return;
    throw new TypeError(`Job ${row} must be an object of parameter values, got ${JSON.stringify(job)}`);
  });
  return jobsToTable(jobs as readonly JobRecord[], { space });
}

import type { ColumnTable } from "arquero";
import type { JobParams } from "../api/wire-types.ts";
import { isTable } from "../tables/is-table.ts";
import { jobsToTable } from "./jobs-to-table.ts";
import type { ParameterSpace } from "./parameter-space.ts";

/** Jobs in either form that functions accept: an Arquero table with a row per job, or an array of records. */
export type Jobs = ColumnTable | readonly JobParams[];

/**
 * The table of jobs, converted when they are given as records.
 *
 * @throws {TypeError} When they are neither a table nor an array of objects.
 */
export function toJobTable(jobs: Jobs, space?: ParameterSpace): ColumnTable {
  if (isTable(jobs)) return jobs;
  if (!Array.isArray(jobs)) throw new TypeError("Jobs must be an Arquero table or an array of objects");
  jobs.forEach((job, row) => {
    if (typeof job === "object" && job !== null && !Array.isArray(job)) return;
    throw new TypeError(`Job ${row} must be an object of parameter values, got ${JSON.stringify(job)}`);
  });
  return jobsToTable(jobs as readonly JobParams[], { space });
}

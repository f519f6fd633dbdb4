import type { ColumnTable } from "arquero";
import { JOB_KEYS } from "../../params/job-keys.ts";
import type { JobParams } from "../../params/job-params.ts";
import type { JobRecord } from "../../params/job-record.ts";
import { jobsToTable } from "../../params/jobs-to-table.ts";
import { tableToJobs } from "../../params/table-to-jobs.ts";
import type { Jobs } from "../../params/to-job-table.ts";
import { isTable } from "../../tables/is-table.ts";
import { planned, remember } from "../plans/provenance.ts";

function specified(job: JobRecord): JobParams {
  const entries = Object.entries(job).filter(
    ([name, value]) => value !== null && value !== undefined && !JOB_KEYS.includes(name),
  );
  return Object.fromEntries(entries) as JobParams;
}

/**
 * Sweeps from earlier jobs: every base job with every row of overrides laid over its parameters, and with `state` set
 * to the base's id, so that only what the overrides change, changes. A missing override keeps the base's value.
 *
 * @param bases A row per base job: `job_id` and its parameters, as `batch.table` has them.
 * @param overrides A row per variant, as `grid` makes them.
 * @returns A row per base and override, bases slowest.
 * @throws {RangeError} When the bases have no `job_id` column.
 * @example
 * ```ts
 * const sweep = sweepFrom(batch.table, grid({ relative_avatar_angle_deg: [-90, 0, 90] }));
 * batch.table.numRows(); // 12
 * sweep.numRows(); // 36
 * sweep.get("state", 0) === batch.jobIds[0]; // true
 * ```
 */
export function sweepFrom(bases: ColumnTable, overrides: Jobs): ColumnTable {
  if (!bases.columnNames().includes("job_id")) throw new RangeError('The base jobs need a column "job_id"');
  const ids = bases.array("job_id") as ArrayLike<string>;
  const variants = isTable(overrides) ? tableToJobs(overrides) : overrides.map(specified);
  const jobs = tableToJobs(bases).flatMap((base, row) => {
    return variants.map((override): JobParams => ({ ...base, ...override, state: ids[row] as string }));
  });
  const swept = jobsToTable(jobs);
  // Records that override nothing make no table, so that a recipe holds the sweep itself.
  if (!isTable(overrides) && variants.every((override) => Object.keys(override).length === 0)) return swept;
  const laidOver = isTable(overrides) ? overrides : jobsToTable(overrides);
  return remember(swept, { op: "sweepFrom", inputs: [planned(bases), planned(laidOver)] });
}

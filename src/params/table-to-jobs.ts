import type { ColumnTable } from "arquero";
import type { JobParams, ParamValue } from "../api/wire-types.ts";
import { JOB_KEYS } from "./job-keys.ts";

function toParamValue(value: unknown): ParamValue {
  if (typeof value !== "bigint") return value as ParamValue;
  if (!Number.isSafeInteger(Number(value))) throw new RangeError(`Cannot send ${value}: it exceeds 2^53`);
  return Number(value);
}

/**
 * Turns a table into records of job parameters, one per row, in the table's order. Missing values are left out, as
 * are the key columns `job_id` and `design_row`.
 *
 * @throws {RangeError} When a 64-bit integer exceeds what JSON numbers hold exactly.
 */
export function tableToJobs(jobs: ColumnTable): JobParams[] {
  const names = jobs.columnNames((name) => !JOB_KEYS.includes(name));
  const entries: [string, ParamValue][][] = Array.from({ length: jobs.numRows() }, () => []);
  for (const name of names) {
    const values = jobs.array(name) as ArrayLike<unknown>;
    entries.forEach((row, index) => {
      const value = values[index];
      if (value !== null && value !== undefined) row.push([name, toParamValue(value)]);
    });
  }
  return entries.map((row) => Object.fromEntries(row));
}

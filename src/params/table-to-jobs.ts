import type { ColumnTable } from "arquero";
import type { JobParams, ParamValue } from "../api/wire-types.ts";
import { JOB_KEYS } from "./job-keys.ts";

function toParamValue(value: unknown, name: string): ParamValue {
  if (typeof value !== "bigint") return value as ParamValue;
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(
    `Cannot send "${name}": ${value} exceeds 2^53, which numbers in JSON cannot hold exactly`,
  );
}

/**
 * Turns a table into records of job parameters, one per row, in the table's order. Missing values are left out, as
 * are the key columns `job_id` and `design_row`.
 *
 * @throws {RangeError} When a 64-bit integer exceeds what JSON numbers hold exactly.
 */
export function tableToJobs(jobs: ColumnTable): JobParams[] {
  const records: JobParams[] = Array.from({ length: jobs.numRows() }, () => ({}));
  for (const name of jobs.columnNames((column) => !JOB_KEYS.includes(column))) {
    const values = jobs.array(name) as ArrayLike<unknown>;
    for (let row = 0; row < records.length; row++) {
      const value = values[row];
      if (value === null || value === undefined) continue;
      (records[row] as JobParams)[name] = toParamValue(value, name);
    }
  }
  return records;
}

import type { ColumnTable } from "arquero";
import type { JobParams, ParamValue } from "../api/wire-types.ts";
import { shownValues } from "../tables/shown-values.ts";
import { JOB_KEYS } from "./job-keys.ts";

/** Rows that are filled column by column while they are in the processor's cache. */
const BLOCK = 256;

function toParamValue(value: unknown, name: string): ParamValue {
  if (typeof value !== "bigint") return value as ParamValue;
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(
    `Cannot send "${name}": ${value} exceeds 2^53, which numbers in JSON cannot hold exactly`,
  );
}

/** Gives a record a value, also one named `__proto__`, which plain assignment would take for its prototype. */
function setOwn(record: JobParams, name: string, value: ParamValue): void {
  if (name !== "__proto__") record[name] = value;
  else Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });
}

function isComplete(values: ArrayLike<unknown>): boolean {
  if (values instanceof Float64Array || values instanceof Int32Array) return true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined || typeof value === "bigint") return false;
  }
  return true;
}

/** Makes the records of the rows from `start` to before `end`. */
type RecordMaker = (start: number, end: number) => JobParams[];

function recordMaker(jobs: ColumnTable): RecordMaker {
  const names = jobs.columnNames((column) => !JOB_KEYS.includes(column));
  const columns = names.map((name) => ({ name, values: shownValues(jobs, name) }));
  // With every column that has a value in each row in a template, rows are made in one shape.
  const complete = columns.filter(({ values }) => isComplete(values));
  const others = columns.filter((column) => !complete.includes(column));
  const template: JobParams = Object.fromEntries(complete.map(({ name }) => [name, 0]));
  return (start, end) => {
    const records = new Array<JobParams>(end - start);
    for (let i = 0; i < records.length; i++) records[i] = { ...template };
    for (const { name, values } of complete) {
      for (let i = 0; i < records.length; i++)
        (records[i] as JobParams)[name] = values[start + i] as ParamValue;
    }
    for (const { name, values } of others) {
      for (let i = 0; i < records.length; i++) {
        const value = values[start + i];
        if (value === null || value === undefined) continue;
        setOwn(records[i] as JobParams, name, toParamValue(value, name));
      }
    }
    return records;
  };
}

/**
 * The records of a table's jobs one after the other, as {@link tableToJobs} makes them, without a list of all. They can
 * be gone through any number of times.
 */
export function eachJob(jobs: ColumnTable): Iterable<JobParams> {
  const make = recordMaker(jobs);
  const count = jobs.numRows();
  return {
    *[Symbol.iterator]() {
      for (let start = 0; start < count; start += BLOCK) yield* make(start, Math.min(start + BLOCK, count));
    },
  };
}

/**
 * Turns a table into records of job parameters, one per row, in the table's order. Missing values are left out, as
 * are the key columns `job_id` and `design_row`.
 *
 * @throws {RangeError} When a 64-bit integer exceeds what JSON numbers hold exactly.
 * @example
 * ```ts
 * const jobs = concat(grid({ num_reps: [1, 2] }), grid({ scene: ["GYM_1"] }));
 * tableToJobs(jobs); // [{ num_reps: 1 }, { num_reps: 2 }, { scene: "GYM_1" }]
 * ```
 */
export function tableToJobs(jobs: ColumnTable): JobParams[] {
  const make = recordMaker(jobs);
  const records = new Array<JobParams>(jobs.numRows());
  for (let start = 0; start < records.length; start += BLOCK) {
    const block = make(start, Math.min(start + BLOCK, records.length));
    for (let i = 0; i < block.length; i++) records[start + i] = block[i] as JobParams;
  }
  return records;
}

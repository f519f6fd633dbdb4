import type { ColumnTable } from "arquero";
import type { Dialect } from "../../engine/dialect/dialect.ts";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { quoteName } from "../../util/quote-name.ts";
import { findColumn } from "../columns/find-column.ts";
import { rowGroups } from "../describe/row-groups.ts";

/** The jobs of a dataset and the groups that they are in: one of all where nothing groups them. */
export interface JobGroups {
  readonly jobIds: readonly string[];
  /** The group of each job. */
  readonly groups: Int32Array;
  readonly count: number;
  /** The columns by which they are grouped, with the groups' values. */
  readonly columns: readonly (readonly [name: string, values: ColumnLike])[];
}

/**
 * Groups jobs by the values of columns.
 *
 * @throws {RangeError} When the table of jobs lacks a column.
 * @throws {TypeError} When a column has lists or structures.
 */
export function groupJobs(jobs: ColumnTable, by: readonly string[]): JobGroups {
  const { rows, columns } = rowGroups(jobs, by);
  const jobIds = Array.from(findColumn(jobs, "job_id"), String);
  const groups = new Int32Array(jobIds.length);
  rows.forEach((some, group) => {
    for (const row of some) groups[row] = group;
  });
  return { jobIds, groups, count: rows.length, columns };
}

/**
 * The rows of a query with `grp`, which {@link groupFinder} understands; those of jobs that are not in the table are left
 * out. The database groups the jobs once more: there may be more of them than a query has parameters.
 */
export function withGroups(rows: string, { columns }: JobGroups, dialect: Dialect): string {
  if (columns.length === 0) return `SELECT '' AS grp, r.* FROM (${rows}) r`;
  const by = columns.map(([name, values]) => {
    // Statistics take NaN for missing.
    const isFloat = findColumnType(values) === "float64";
    return isFloat ? `nullif(${quoteName(name)}, ${dialect.literal(Number.NaN)})` : quoteName(name);
  });
  return `SELECT g.grp, r.* FROM (${rows}) r JOIN (
    SELECT job_id, min(job_id) OVER (PARTITION BY ${by.join(", ")}) AS grp FROM jobs
  ) g ON g.job_id = r.job_id`;
}

/** What tells the group of a row of {@link withGroups} by its `grp`: the id of a job in the group. */
export function groupFinder({ columns, jobIds, groups }: JobGroups): (grp: unknown) => number {
  if (columns.length === 0) return () => 0;
  const known = new Map<unknown, number>();
  for (const [i, jobId] of jobIds.entries()) known.set(jobId, groups[i] as number);
  return (grp) => known.get(grp) as number;
}

/** The columns by which jobs are grouped, for rows of some groups. */
export function groupColumns({ columns }: JobGroups, rows: readonly number[]): [string, ColumnLike][] {
  const places = Uint32Array.from(rows);
  return columns.map(([name, values]) => [name, pickerOf(values)(places)]);
}

import type { ColumnTable } from "arquero";
import type { SqlValue } from "../../engine/sql-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";
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

/** The rows of a query with the group of their job as `grp`; those of jobs that are not in the table are left out. */
export function withGroups(rows: string, { columns }: JobGroups): string {
  if (columns.length === 0) return `SELECT 0 AS grp, * FROM (${rows})`;
  return `SELECT grp, r.* FROM (${rows}) r JOIN (SELECT unnest($jobs) AS job_id, unnest($groups) AS grp) USING (job_id)`;
}

/** The parameters that queries of {@link withGroups} take. */
export function groupParams({ columns, jobIds, groups }: JobGroups): Record<string, SqlValue> {
  return columns.length === 0 ? {} : { jobs: jobIds, groups };
}

/** The columns by which jobs are grouped, for rows of some groups. */
export function groupColumns({ columns }: JobGroups, rows: readonly number[]): [string, ColumnLike][] {
  const places = Uint32Array.from(rows);
  return columns.map(([name, values]) => [name, pickerOf(values)(places)]);
}

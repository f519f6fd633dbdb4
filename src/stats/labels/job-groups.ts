import type { ColumnTable } from "arquero";
import type { SqlParams } from "../../engine/sql-params.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { findColumn } from "../columns/find-column.ts";
import { levelsOf } from "../columns/levels-of.ts";

/** A column by which jobs are grouped, with its value in each group. */
interface GroupColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly unknown[];
}

/** The jobs of a dataset and the groups that they are in: one of all where nothing groups them. */
export interface JobGroups {
  readonly jobIds: readonly string[];
  /** The group of each job. */
  readonly groups: Int32Array;
  readonly count: number;
  readonly columns: readonly GroupColumn[];
}

/**
 * Groups jobs by the values of columns, in ascending order, missing ones last.
 *
 * @throws {RangeError} When the table of jobs lacks a column.
 * @throws {TypeError} When a column has lists or structures.
 */
export function groupJobs(jobs: ColumnTable, by: readonly string[]): JobGroups {
  const jobIds = Array.from(findColumn(jobs, "job_id"), String);
  const levels = by.map((name) => levelsOf(jobs, name, "column of jobs"));
  const codesOf = (row: number) =>
    levels.map(({ codes, values }) => (codes[row] === -1 ? values.length : (codes[row] as number)));
  const found = new Map<string, number[]>();
  const keys = jobIds.map((_, row) => {
    const codes = codesOf(row);
    const key = codes.join();
    found.set(key, codes);
    return key;
  });
  const sorted = by.length === 0 ? [[]] : [...found.values()].sort(compareCodes);
  const places = new Map(sorted.map((codes, place) => [codes.join(), place]));
  return {
    jobIds,
    groups: Int32Array.from(keys, (key) => places.get(key) as number),
    count: sorted.length,
    columns: by.map((name, i) => ({
      name,
      type: findColumnType(findColumn(jobs, name)) ?? "string",
      values: sorted.map((codes) => levels[i]?.values[codes[i] as number] ?? null),
    })),
  };
}

/** The rows of a query with the group of their job as `grp`; those of jobs that are not in the table are left out. */
export function withGroups(rows: string, { columns }: JobGroups): string {
  if (columns.length === 0) return `SELECT 0 AS grp, * FROM (${rows})`;
  return `SELECT grp, r.* FROM (${rows}) r JOIN (SELECT unnest($jobs) AS job_id, unnest($groups) AS grp) USING (job_id)`;
}

/** The parameters that queries of {@link withGroups} take. */
export function groupParams({ columns, jobIds, groups }: JobGroups): SqlParams & object {
  return columns.length === 0 ? {} : { jobs: jobIds, groups };
}

/** The columns by which jobs are grouped, for rows of some groups. */
export function groupColumns({ columns }: JobGroups, rows: readonly number[]): [string, ColumnLike][] {
  return columns.map(({ name, type, values }) => [
    name,
    makeColumn(
      type,
      rows.map((group) => values[group]),
    ),
  ]);
}

function compareCodes(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((code, i) => code !== b[i]);
  return place < 0 ? 0 : (a[place] as number) - (b[place] as number);
}

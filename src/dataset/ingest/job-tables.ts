import type { ColumnTable } from "arquero";
import { LabelTables, mixedTypes } from "../../labels/label-tables.ts";
import type { LabelTableName } from "../../labels/schemas.ts";
import type { JobEntry } from "../job-files.ts";
import { jobsTable } from "../jobs-table.ts";
import { type JobRecord, readJobOf } from "./job-record.ts";

/** The tables that are made of what is known of jobs. */
export interface JobTables {
  jobs: ColumnTable;
  /**
   * Gives the table of problems.
   *
   * @param mixed The columns of other tables whose values have no common type.
   */
  problems: (mixed: readonly (readonly [table: LabelTableName, column: string])[]) => ColumnTable;
}

/** Makes the tables of jobs, in their order, and of problems. */
export function jobTables(entries: readonly JobEntry[], records: ReadonlyMap<string, JobRecord>): JobTables {
  const all = entries.map((entry) => records.get(entry.jobId) as JobRecord);
  const tables = new LabelTables();
  for (const record of all) for (const problem of record.problems) tables.report(problem);
  const read = all.map((record, i) => readJobOf(record, entries[i] as JobEntry));
  const jobs = jobsTable(read, tables).table;
  const problems: JobTables["problems"] = (mixed) => {
    for (const [table, column] of mixed) tables.report(mixedTypes(table, column));
    for (const record of all) for (const row of record.unlisted) tables.append("problems", { ...row });
    return tables.toTables().problems;
  };
  return { jobs, problems };
}

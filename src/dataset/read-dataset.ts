import type { ColumnTable } from "arquero";
import { LabelTables } from "../labels/label-tables.ts";
import type { JobEntry } from "./job-files.ts";
import { type JobsTable, jobsTable } from "./jobs-table.ts";
import { type ReadJob, readJob } from "./read-job.ts";
import type { TableName } from "./table-names.ts";

/** How far the reading of a dataset is. */
export interface ReadProgress {
  /** Jobs read. */
  done: number;
  /** Jobs in all. */
  total: number;
  /** The job read last. */
  jobId: string;
}

/** What reading a dataset gives. */
export interface ReadTables {
  jobs: JobsTable;
  /** All tables by name, `jobs` among them. */
  tables: Readonly<Record<TableName, ColumnTable>>;
}

/** Options of {@link readDataset}. */
export interface ReadDatasetOptions {
  polygons: boolean;
  strict: boolean;
}

/** Reads jobs into tables, one job a step. */
export function* readDataset(
  entries: readonly JobEntry[],
  { polygons, strict }: ReadDatasetOptions,
): Generator<ReadProgress, ReadTables> {
  const tables = new LabelTables();
  const jobs: ReadJob[] = [];
  for (const entry of entries) {
    jobs.push(readJob(entry, { tables, polygons, strict }));
    yield { done: jobs.length, total: entries.length, jobId: entry.jobId };
  }
  const all = jobsTable(jobs, tables);
  return { jobs: all, tables: { jobs: all.table, ...tables.toTables() } };
}

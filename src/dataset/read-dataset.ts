import type { ColumnTable } from "arquero";
import { LabelTables } from "../labels/label-tables.ts";
import type { JobEntry } from "./job-files.ts";
import { jobsTable } from "./jobs-table.ts";
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

/** Options of {@link readDataset}. */
export interface ReadDatasetOptions {
  polygons: boolean;
  strict: boolean;
}

/**
 * Reads jobs into tables, one job a step.
 *
 * @returns All tables by name.
 */
export function* readDataset(
  entries: readonly JobEntry[],
  { polygons, strict }: ReadDatasetOptions,
): Generator<ReadProgress, Readonly<Record<TableName, ColumnTable>>> {
  const tables = new LabelTables();
  const jobs: ReadJob[] = [];
  for (const entry of entries) {
    jobs.push(readJob(entry, { tables, polygons, strict }));
    yield { done: jobs.length, total: entries.length, jobId: entry.jobId };
  }
  const table = jobsTable(jobs, tables);
  return { jobs: table, ...tables.toTables() };
}

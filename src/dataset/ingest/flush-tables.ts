import { join } from "node:path";
import { LabelTables } from "../../labels/label-tables.ts";
import type { Problem } from "../../labels/problem.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { jobsTable } from "../jobs-table.ts";
import type { ReadJob } from "../read-job.ts";
import type { JobRecord } from "./job-record.ts";
import type { Part } from "./part.ts";
import { metadataOf, originOf } from "./part-metadata.ts";
import { partitionKeys } from "./partition-keys.ts";
import { splitRows } from "./split-rows.ts";
import { PART_TABLES, type TaskSettings } from "./task.ts";
import { writePart } from "./write-part.ts";

/** A job that was read, whose rows are in tables. */
export interface UnwrittenJob {
  job: ReadJob;
  fingerprint: string;
  diedWith: number | null;
}

/** Where rows go. */
export interface FlushOptions {
  /** All rows of the jobs. */
  tables: LabelTables;
  settings: TaskSettings;
  folder: string;
  /** The number of the flush, in its group. */
  number: number;
  /** The name of the group. */
  hash: string;
}

const UNLISTED = /^\d+ more of this kind (?:is|are) not listed$/;

/** Writes the rows of some jobs to parts, one for each table and partition that has any. */
export async function flushTables(
  read: readonly UnwrittenJob[],
  { tables, settings, folder, number, hash }: FlushOptions,
): Promise<{ jobs: JobRecord[]; parts: Part[] }> {
  const made = tables.toTables();
  const problems = made.problems.objects() as Problem[];
  const mixed = new Set(problems.filter(({ job_id }) => job_id === null).map(({ path }) => path));
  const jobs = read.map(({ job }) => job);
  const keys = partitionKeys(jobsTable(jobs, new LabelTables()).table, settings.partitionBy);
  const origins = new Map(jobs.map(({ entry, generator }) => [entry.jobId, originOf(entry, generator)]));
  const parts: Part[] = [];
  for (const name of PART_TABLES) {
    if (name === "polygons" && !settings.polygons) continue;
    const table = made[name];
    for (const [index, { key, rows, jobs }] of splitRows(table, keys).entries()) {
      const file = `${name}-${number}-${index}.parquet`;
      const written = await writePart(rows === null ? table : takeRows(table, rows), join(folder, file), {
        table: name,
        compression: settings.compression,
        isMixed: (column) => mixed.has(`${name}.${column}`),
        metadata: metadataOf(
          name,
          jobs.flatMap(([jobId]) => origins.get(jobId) ?? []),
        ),
      });
      parts.push({ table: name, file, key, jobs, flush: `${hash}-${number}`, ...written });
    }
  }
  return { jobs: read.map((each) => recordOf(each, problems)), parts };
}

/** What is kept of a job, with its problems among those of some jobs. */
export function recordOf(
  { job, fingerprint, diedWith }: UnwrittenJob,
  problems: readonly Problem[],
): JobRecord {
  const { entry, ...about } = job;
  const own = problems.filter(({ job_id }) => job_id === entry.jobId);
  const isUnlisted = ({ path, message }: Problem) => path === null && UNLISTED.test(message);
  return {
    jobId: entry.jobId,
    fingerprint,
    ...about,
    problems: own.filter((problem) => !isUnlisted(problem)),
    unlisted: own.filter(isUnlisted),
    diedWith,
  };
}

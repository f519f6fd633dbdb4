import { setImmediate } from "node:timers/promises";
import { LabelTables } from "../../labels/label-tables.ts";
import type { Problem } from "../../labels/problem.ts";
import { recordOf, type UnwrittenJob } from "../ingest/flush-tables.ts";
import type { JobRecord } from "../ingest/job-record.ts";
import type { JobFile } from "../job-files.ts";
import { readJob } from "../read-job.ts";
import type { EngineJob } from "./engine-files.ts";
import type { JobFacts } from "./job-facts.ts";

/** So many jobs share the tables that their problems are noted in. */
const CHUNK = 500;

/** Options of {@link engineRecords}. */
export interface EngineRecordsOptions {
  strict: boolean;
  signal: AbortSignal;
  /** Gives the bytes of files of parameters. @default from the file system */
  read?: ((file: JobFile) => Uint8Array) | undefined;
}

/**
 * What is known of jobs whose labels and motion samples an engine has read: only their parameters are read here.
 *
 * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read as promised.
 */
export async function engineRecords(
  jobs: Iterable<readonly [EngineJob, JobFacts]>,
  { strict, signal, read }: EngineRecordsOptions,
): Promise<JobRecord[]> {
  const records: JobRecord[] = [];
  let tables = new LabelTables();
  let chunk: UnwrittenJob[] = [];
  const flush = async (): Promise<void> => {
    const problems = tables.toTables().problems.objects() as Problem[];
    records.push(...chunk.map((job) => recordOf(job, problems)));
    tables = new LabelTables();
    chunk = [];
    await setImmediate();
    signal.throwIfAborted();
  };
  for (const [{ source }, known] of jobs) {
    const { entry, fingerprint } = source;
    const job = readJob(entry, { tables, polygons: false, strict, known, ...(read && { read }) });
    chunk.push({ job, fingerprint, diedWith: null });
    if (chunk.length === CHUNK) await flush();
  }
  await flush();
  return records;
}

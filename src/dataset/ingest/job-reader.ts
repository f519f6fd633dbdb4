import type { JobEntry } from "../job-files.ts";
import type { Candidate } from "./candidates.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import type { Part } from "./part.ts";
import type { TaskSettings } from "./task.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** Where jobs are read, and what is there already. */
export interface ReadingContext {
  paths: IngestPaths;
  /** Reads and writes on this machine. */
  pool: WorkerPool;
  settings: TaskSettings;
  /** All jobs of the tables, in the order of the rows. */
  entries: readonly JobEntry[];
  /** What is known of those that are not read. */
  kept: readonly JobRecord[];
  /** The parts that are in the tables. */
  parts: readonly Part[];
  /** The number that the first group of jobs gets. */
  firstGroup: number;
  signal: AbortSignal;
}

/** Jobs that were read. */
export interface JobsRead {
  records: readonly JobRecord[];
  /** Parts with their rows. */
  candidates: readonly Candidate[];
  /** The number of groups that they were read in. */
  groups: number;
}

/** Reads jobs into parts, which are staged below the folder of the tables. */
export type JobReader = (pending: readonly JobSource[], context: ReadingContext) => Promise<JobsRead>;

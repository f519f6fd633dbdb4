import type { Candidate } from "./candidates.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { JobOrigin } from "./part-metadata.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What the making of the next tables knows. */
export interface CommitContext {
  paths: IngestPaths;
  pool: WorkerPool;
  /** What made each job. */
  origins: ReadonlyMap<string, JobOrigin>;
  /** The keys of the partition of each job. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** Whether the rows that a part has of a job are still those of the job. */
  isCurrent: (candidate: Candidate, jobId: string) => boolean;
}

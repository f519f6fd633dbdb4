import { join } from "node:path";

/** Where things are in a folder of ingested tables. */
export interface IngestPaths {
  /** The folder, with a folder for each table. */
  folder: string;
  /** The folder that is ours. */
  own: string;
  /** What tables and files there are. */
  manifest: string;
  /** What is known of each job, one a line. */
  jobs: string;
  lock: string;
  /** What means nothing once an ingest has ended well. */
  temporary: string;
  /** Groups of jobs that were read. */
  staging: string;
  /** Parts that were written anew. */
  rewritten: string;
  /** The tables, the manifest and the jobs as they are to be. */
  next: string;
  /** What was there before. */
  old: string;
  /** Is there while the next tables take the place of the old ones. */
  commit: string;
}

/** Where things are in a folder of ingested tables. */
export function ingestPaths(folder: string): IngestPaths {
  const own = join(folder, ".infinity", "ingest");
  const temporary = join(own, "tmp");
  return {
    folder,
    own,
    manifest: join(own, "manifest.json"),
    jobs: join(own, "jobs.jsonl"),
    lock: join(own, "lock"),
    temporary,
    staging: join(temporary, "groups"),
    rewritten: join(temporary, "rewritten"),
    next: join(temporary, "next"),
    old: join(temporary, "old"),
    commit: join(own, "commit.json"),
  };
}

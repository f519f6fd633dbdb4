import type { TableName } from "../table-names.ts";

/** A job whose files could not be read. */
export interface QuarantinedJob {
  jobId: string;
  /** Which of them, below the folder that was read. */
  file: string;
  /** What is wrong with it, in words. */
  reason: string;
}

/** What an ingest has done, and what is there now. */
export interface IngestReport {
  jobs: {
    /** Jobs that were read. */
    read: number;
    /** Jobs that were there already, as they are. */
    kept: number;
    /** Jobs that were there and are no more. */
    removed: number;
    /** Jobs that are there with files that could not be read; the table `problems` has them, too. */
    quarantined: QuarantinedJob[];
  };
  /** The tables, in their order: their rows, their files, and the bytes of these. */
  tables: { table: TableName; rows: number; parts: number; bytes: number }[];
  /** Rows of the table `problems`. */
  problems: number;
}

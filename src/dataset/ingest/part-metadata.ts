import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { JobEntry } from "../job-files.ts";
import type { TableName } from "../table-names.ts";

/** The version of the layout of tables: columns that are always there, and what they mean. */
export const SCHEMA_VERSION = "1";

/** What made a job; null where that is not known. */
export interface JobOrigin {
  generator: string | null;
  batchId: string | null;
}

/** What made a job, by what the batch says of it and what was read of it. */
export function originOf({ listed }: JobEntry, generator: string | null): JobOrigin {
  return { generator, batchId: listed?.batch.batch.id ?? null };
}

/** What a file says of itself beside its rows. */
export function metadataOf(table: TableName, jobs: readonly JobOrigin[]): Record<string, string> {
  return {
    "infinity_frames.table": table,
    "infinity_frames.library_version": LIBRARY_VERSION,
    "infinity_frames.schema_version": SCHEMA_VERSION,
    "infinity_frames.generators": JSON.stringify(known(jobs.map(({ generator }) => generator))),
    "infinity_frames.batch_ids": JSON.stringify(known(jobs.map(({ batchId }) => batchId))),
  };
}

/** The different names that are known, in the order in which they come first. */
export function known(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}

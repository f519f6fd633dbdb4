import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { JobEntry } from "../job-files.ts";
import type { TableName } from "../table-names.ts";

/** The version of the layout of tables: columns that are always there, and what they mean. */
export const SCHEMA_VERSION = "1";

/** What a file says of itself and of where its rows come from. */
export interface TableAbout {
  table: TableName;
  libraryVersion: string;
  schemaVersion: string;
  generators: readonly string[];
  batchIds: readonly string[];
}

/** What a file says of itself beside its rows. */
export function tableMetadata(about: TableAbout): Record<string, string> {
  return {
    "infinity_frames.table": about.table,
    "infinity_frames.library_version": about.libraryVersion,
    "infinity_frames.schema_version": about.schemaVersion,
    "infinity_frames.generators": JSON.stringify(about.generators),
    "infinity_frames.batch_ids": JSON.stringify(about.batchIds),
  };
}

/** What made a job; null where that is not known. */
export interface JobOrigin {
  generator: string | null;
  batchId: string | null;
}

/** What made a job, by what the batch says of it and what was read of it. */
export function originOf({ listed }: JobEntry, generator: string | null): JobOrigin {
  return { generator, batchId: listed?.batch.batch.id ?? null };
}

/** What a file of rows of some jobs says of itself. */
export function metadataOf(table: TableName, jobs: readonly JobOrigin[]): Record<string, string> {
  return tableMetadata({
    table,
    libraryVersion: LIBRARY_VERSION,
    schemaVersion: SCHEMA_VERSION,
    generators: known(jobs.map(({ generator }) => generator)),
    batchIds: known(jobs.map(({ batchId }) => batchId)),
  });
}

/** The different names that are known, in the order in which they come first. */
export function known(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}

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

/** What a file of rows of some jobs says of itself. */
export function metadataOf(table: TableName, jobs: readonly JobEntry[]): Record<string, string> {
  const batches = new Map(jobs.map(({ listed }) => [listed?.batch.batch.id, listed?.batch]));
  batches.delete(undefined);
  const generators = new Set([...batches.values()].map((batch) => batch?.generator.name ?? ""));
  return tableMetadata({
    table,
    libraryVersion: LIBRARY_VERSION,
    schemaVersion: SCHEMA_VERSION,
    generators: [...generators],
    batchIds: [...batches.keys()].map(String),
  });
}

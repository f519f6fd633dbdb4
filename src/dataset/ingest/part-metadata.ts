import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { JobEntry } from "../job-files.ts";
import type { TableName } from "../table-names.ts";

/** The version of the layout of tables: columns that are always there, and what they mean. */
export const SCHEMA_VERSION = "1";

/** What a file says of itself beside its rows. */
export function metadataOf(table: TableName, jobs: readonly JobEntry[]): Record<string, string> {
  const batches = new Map(jobs.map(({ listed }) => [listed?.batch.batch.id, listed?.batch]));
  batches.delete(undefined);
  const generators = new Set([...batches.values()].map((batch) => batch?.generator.name));
  return {
    "infinity_frames.table": table,
    "infinity_frames.library_version": LIBRARY_VERSION,
    "infinity_frames.schema_version": SCHEMA_VERSION,
    "infinity_frames.generators": JSON.stringify([...generators]),
    "infinity_frames.batch_ids": JSON.stringify([...batches.keys()]),
  };
}

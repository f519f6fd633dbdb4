import { createHash } from "node:crypto";
import type { JobEntry } from "../job-files.ts";
import type { ListedBatch } from "../read-batch-metadata.ts";

/** What tells one content of a file from another. */
export interface FileStamp {
  name: string;
  bytes: number;
  /** The time of the last change in nanoseconds, or the checksum of an archive's entry. */
  mark: string;
}

/**
 * What tells whether a job is the same as at an earlier time: the files that are read, what is found beside them, and
 * what the batch says of it.
 */
export function fingerprintOf({ files, listed }: JobEntry, stamps: readonly FileStamp[]): string {
  const about = listed && [listed.job, listed.folder.name, listed.file, markOf(listed.batch)];
  const found = files && [files.ownFolder, files.looksLikePreview, files.unread.map(({ name }) => name)];
  return hashOf([about, found, stamps.map(({ name, bytes, mark }) => [name, bytes, mark])]);
}

const marks = new WeakMap<ListedBatch, string>();

/** What the metadata says of the batch as a whole. */
function markOf(batch: ListedBatch): string {
  const known = marks.get(batch);
  if (known !== undefined) return known;
  const mark = hashOf([batch.batch, batch.is_preview, batch.generator]);
  marks.set(batch, mark);
  return mark;
}

/** A short hash of a value that JSON holds. */
export function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

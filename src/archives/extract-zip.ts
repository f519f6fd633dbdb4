import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import { syncFolder } from "../io/sync-folder.ts";
import { mapConcurrently } from "../util/map-concurrently.ts";
import type { ArchiveLimits } from "./archive-limits.ts";
import { extractEntry } from "./extract-entry.ts";
import { makeFolders } from "./make-folders.ts";
import { readEntries } from "./read-entries.ts";

/** Options of {@link extractZip}. */
export interface ExtractZipOptions extends ArchiveLimits {
  /** Ends the extraction; the call rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A file that was extracted. */
export interface ExtractedFile {
  /** The path below the folder, with `/` between its parts. */
  path: string;
  bytes: number;
  crc32: number;
}

/** Files that are written at once: flushing them takes longer than unpacking. */
const CONCURRENCY = 4;

/**
 * Extracts a zip archive into a folder. It is all or nothing in judgement, not on disk: an archive with one bad entry
 * is refused before anything is written, but damaged data shows only when it is unpacked, so extract into a folder that
 * can be thrown away. Existing files are never overwritten, links in the folder never followed. When the call returns,
 * the files are on the disk and not only in the system's memory.
 *
 * Names are kept to what every system can hold: no `..`, roots, backslashes, colons, control characters, device names
 * of Windows, nor two names that differ by case only. Links, special files and encrypted entries are refused.
 *
 * @returns The files written, in the archive's order.
 * @throws {ArchiveError} When the archive is not a zip, is damaged or too large, or holds what must not be extracted.
 * @throws {FileWriteError} When the disk is full, or a file cannot be written for another reason.
 */
export async function extractZip(
  archive: string,
  folder: string,
  options: ExtractZipOptions = {},
): Promise<ExtractedFile[]> {
  const { signal } = options;
  const root = resolve(folder);
  const file = await open(archive, "r");
  try {
    const entries = await readEntries({ archive, file }, options);
    const folders = await makeFolders(
      root,
      entries.map((entry) => entry.path),
    );
    await mapConcurrently(
      entries,
      (entry) => extractEntry({ archive, file }, entry, { path: join(root, entry.path), signal }),
      { concurrency: CONCURRENCY, ...(signal && { signal }) },
    );
    for (const made of folders.reverse()) await syncFolder(made);
    return entries.map(({ path, bytes, crc32 }) => ({ path, bytes, crc32 }));
  } finally {
    await file.close();
  }
}

import { createWriteStream } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Writable } from "node:stream";
import { type Entry, type FileEntry, ZipReader } from "@zip.js/zip.js";
import { ArchiveError } from "./archive-error.ts";
import { entryFault } from "./check-entry.ts";
import { FileReader } from "./file-reader.ts";

/** Options of {@link extractZip}. */
export interface ExtractZipOptions {
  /** The most bytes that all files together may have. @default 64 GiB */
  maxBytes?: number | undefined;
  /** The most entries. @default 100_000 */
  maxEntries?: number | undefined;
  /** Ends the extraction; the call rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

const STRICT = {
  strictness: "strict",
  filenameValidation: "strict",
  checkCrc32: true,
  checkOverlappingEntry: true,
  useWebWorkers: false,
} as const;

async function readEntries(
  archive: string,
  reader: ZipReader<unknown>,
  maxEntries: number,
): Promise<Entry[]> {
  const entries = await reader.getEntries();
  if (entries.length === 0) throw new ArchiveError(archive, null, "it is empty");
  if (entries.length > maxEntries) {
    throw new ArchiveError(
      archive,
      null,
      `it has ${entries.length} entries, at most ${maxEntries} are allowed`,
    );
  }
  for (const entry of entries) {
    const fault = entryFault(entry);
    if (fault !== null) throw new ArchiveError(archive, entry.filename, fault);
  }
  return entries;
}

/**
 * Extracts a zip archive into a folder. It is all or nothing in judgement, not on disk: an archive with one bad entry
 * is refused before anything is written, but a damaged file shows only when it is read, so extract into a folder that
 * can be thrown away. Existing files are never overwritten.
 *
 * @returns The paths of the files written, relative to the folder, in the archive's order.
 * @throws {ArchiveError} When the archive is damaged or too large, or an entry is a link, is encrypted, or has a name
 * that leaves the folder.
 */
export async function extractZip(
  archive: string,
  folder: string,
  { maxBytes = 64 * 2 ** 30, maxEntries = 100_000, signal }: ExtractZipOptions = {},
): Promise<string[]> {
  const file = await open(archive, "r");
  const reader = new ZipReader(new FileReader(file), STRICT);
  let name: string | null = null;
  try {
    const files = (await readEntries(archive, reader, maxEntries)).filter(
      (entry): entry is FileEntry => !entry.directory,
    );
    let left = maxBytes;
    for (const entry of files) {
      signal?.throwIfAborted();
      name = entry.filename;
      left -= await extractEntry(entry, resolve(folder), { archive, left, signal });
    }
    return files.map((entry) => entry.filename);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ArchiveError || isSystemError(error)) throw error;
    throw new ArchiveError(archive, name, error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  } finally {
    await reader.close();
    await file.close();
  }
}

interface EntryContext {
  archive: string;
  left: number;
  signal: AbortSignal | undefined;
}

async function extractEntry(
  entry: FileEntry,
  folder: string,
  { archive, left, signal }: EntryContext,
): Promise<number> {
  const path = join(folder, entry.filename);
  if (!path.startsWith(folder + sep))
    throw new ArchiveError(archive, entry.filename, "its name leaves the folder");
  await mkdir(dirname(path), { recursive: true });
  let bytes = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > left)
        throw new ArchiveError(archive, entry.filename, "the archive expands beyond the limit");
      controller.enqueue(chunk);
    },
  });
  const written = count.readable.pipeTo(Writable.toWeb(createWriteStream(path, { flags: "wx" })));
  const [read, write] = await Promise.allSettled([
    entry.getData(count.writable, { ...STRICT, ...(signal && { signal }) }),
    written,
  ]);
  if (write.status === "rejected") throw write.reason;
  if (read.status === "rejected") throw read.reason;
  return bytes;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

import { type FileHandle, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { FileWriteError } from "../io/file-write-error.ts";
import { writeFully } from "../io/write-fully.ts";
import { ArchiveError, type ArchiveFault } from "./archive-error.ts";
import { entryData } from "./entry-data.ts";
import { isSystemError } from "./is-system-error.ts";
import type { OpenArchive } from "./open-archive.ts";
import type { ArchivedFile } from "./read-entries.ts";

/** Options of {@link extractEntry}. */
export interface ExtractEntryOptions {
  /** Where the file goes. Its folder must exist, and nothing may have its name. */
  path: string;
  signal?: AbortSignal | undefined;
}

/** Writes one file of an archive and flushes it to the disk. A part of it may stay behind when that fails. */
export async function extractEntry(
  { archive, file }: OpenArchive,
  entry: ArchivedFile,
  { path, signal }: ExtractEntryOptions,
): Promise<void> {
  const target = await writing(path, () => open(path, "wx", 0o644));
  try {
    let bytes = 0;
    let crc = 0;
    for await (const chunk of unpacked(archive, file, entry)) {
      signal?.throwIfAborted();
      bytes += chunk.length;
      if (bytes > entry.bytes) break;
      crc = crc32(chunk, crc);
      await writing(path, () => writeFully(target, chunk));
    }
    const fault = outcome(entry, { bytes, crc: crc >>> 0 });
    if (fault !== null) throw new ArchiveError({ ...fault, archive, entry: entry.path });
    await writing(path, () => target.sync());
  } finally {
    await target.close();
  }
}

function outcome(entry: ArchivedFile, { bytes, crc }: { bytes: number; crc: number }): ArchiveFault | null {
  if (bytes !== entry.bytes) {
    const found = bytes > entry.bytes ? "more" : String(bytes);
    return { code: "ARCHIVE_DAMAGED", reason: `it is to have ${entry.bytes} bytes, it has ${found}` };
  }
  return crc === entry.crc32
    ? null
    : { code: "ARCHIVE_CHECKSUM", reason: "its bytes do not match its checksum" };
}

async function* unpacked(archive: string, file: FileHandle, entry: ArchivedFile): AsyncGenerator<Buffer> {
  try {
    yield* entryData(file, entry);
  } catch (cause) {
    if (isSystemError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ArchiveError({ code: "ARCHIVE_DAMAGED", archive, entry: entry.path, reason }, { cause });
  }
}

async function writing<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw new FileWriteError(path, error);
  }
}

import { type FileEntry, ZipReader } from "@zip.js/zip.js";
import { ArchiveError } from "./archive-error.ts";
import { type ArchiveLimits, LimitCounter } from "./archive-limits.ts";
import { entryFault } from "./entry-fault.ts";
import { EntryNames } from "./entry-names.ts";
import { FileReader } from "./file-reader.ts";
import { isSystemError } from "./is-system-error.ts";
import type { OpenArchive } from "./open-archive.ts";
import { structureFault } from "./structure-fault.ts";

/** A file in an archive that was found fit to be extracted. */
export interface ArchivedFile {
  /** The path in the archive, relative, with `/` between its parts. */
  path: string;
  /** The bytes it has when unpacked, as the archive says. */
  bytes: number;
  crc32: number;
  /** Where in the archive its data starts. */
  start: number;
  packedBytes: number;
  isDeflated: boolean;
}

/** Options of {@link readEntries}. */
export interface ReadEntriesOptions extends ArchiveLimits {
  signal?: AbortSignal | undefined;
}

/** zip.js compares the directory with the header of each entry and looks for overlaps; names are judged here. */
const STRICT = {
  strictness: "strict",
  filenameValidation: "tolerant",
  checkOverlappingEntryOnly: true,
  passThrough: true,
  useWebWorkers: false,
} as const;

/**
 * The files of an archive, in its order, once all that can be known without unpacking them is checked.
 *
 * @throws {ArchiveError} When any entry must not be extracted, or the archive is too large or damaged.
 */
export async function readEntries(
  { archive, file }: OpenArchive,
  { signal, ...limits }: ReadEntriesOptions,
): Promise<ArchivedFile[]> {
  const counter = new LimitCounter((await file.stat()).size, limits);
  const reader = new ZipReader(new FileReader({ archive, file }), STRICT);
  let entryName: string | null = null;
  try {
    const files: FileEntry[] = [];
    const names = new EntryNames();
    for await (const entry of reader.getEntriesGenerator()) {
      signal?.throwIfAborted();
      const fault = counter.add(entry.uncompressedSize) ?? entryFault(entry) ?? names.add(entry);
      if (fault !== null) throw new ArchiveError({ ...fault, archive, entry: entry.filename });
      if (!entry.directory) files.push(entry);
    }
    if (files.length === 0) {
      throw new ArchiveError({ code: "ARCHIVE_EMPTY", archive, reason: "it holds no file" });
    }
    const checked: ArchivedFile[] = [];
    for (const entry of files) {
      signal?.throwIfAborted();
      entryName = entry.filename;
      checked.push(await locate(entry));
    }
    return checked;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ArchiveError || isSystemError(error)) throw error;
    throw new ArchiveError(
      { ...(await structureFault(error, file)), archive, entry: entryName },
      { cause: error },
    );
  } finally {
    await reader.close();
  }
}

/** Checks an entry's header, and finds its data behind it. */
async function locate(entry: FileEntry): Promise<ArchivedFile> {
  await entry.getData(new WritableStream());
  const { filename, uncompressedSize, crc32, compressedSize, compressionMethod, localDirectory } = entry;
  if (localDirectory === undefined || crc32 === undefined) throw new Error("the entry's header was not read");
  return {
    path: filename,
    bytes: uncompressedSize,
    crc32,
    start: localDirectory.dataOffset,
    packedBytes: compressedSize,
    isDeflated: compressionMethod !== 0,
  };
}

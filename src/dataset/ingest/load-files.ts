import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { ArchiveError } from "../../archives/archive-error.ts";
import { entryData } from "../../archives/entry-data.ts";
import type { ArchivedFile } from "../../archives/read-entries.ts";
import type { JobFile } from "../job-files.ts";
import type { JobSource } from "./job-source.ts";

/**
 * Unpacks the files of a job that are in an archive, one after the other, into memory.
 *
 * @returns What gives a file's bytes, or throws why they cannot be had; undefined where the job is not in an archive.
 */
export async function loadFiles({
  archive,
}: JobSource): Promise<((file: JobFile) => Uint8Array) | undefined> {
  if (archive === null) return undefined;
  const loaded = new Map<string, { bytes: Uint8Array } | { error: unknown }>();
  for (const [path, entry] of Object.entries(archive.files)) {
    try {
      loaded.set(path, { bytes: await unpack(archive.path, entry) });
    } catch (error) {
      loaded.set(path, { error });
    }
  }
  return ({ path }) => {
    const file = loaded.get(path);
    if (file === undefined) throw new Error(`it is not in ${archive.path}`);
    if ("error" in file) throw file.error;
    return file.bytes;
  };
}

/**
 * Unpacks a file of an archive into memory.
 *
 * @throws {ArchiveError} When it is damaged.
 */
export async function unpack(archive: string, entry: ArchivedFile): Promise<Uint8Array> {
  const file = await open(archive, "r");
  try {
    const bytes = new Uint8Array(entry.bytes);
    let length = 0;
    for await (const chunk of entryData(file, entry)) {
      if (length + chunk.length <= bytes.length) bytes.set(chunk, length);
      length += chunk.length;
      if (length > bytes.length) break;
    }
    if (length !== bytes.length) {
      const reason = `it is to have ${bytes.length} bytes, it has ${length > bytes.length ? "more" : length}`;
      throw new ArchiveError({ code: "ARCHIVE_DAMAGED", archive, entry: entry.path, reason });
    }
    if (crc32(bytes) !== entry.crc32) {
      const reason = "its bytes do not match its checksum";
      throw new ArchiveError({ code: "ARCHIVE_CHECKSUM", archive, entry: entry.path, reason });
    }
    return bytes;
  } finally {
    await file.close();
  }
}

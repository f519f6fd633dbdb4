import type { FileHandle } from "node:fs/promises";
import {
  ERR_BAD_FORMAT,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_EOCDR_NOT_FOUND,
  ERR_OVERLAPPING_ENTRY,
  ERR_SPLIT_ZIP_FILE,
  WARNING_APPENDED_DATA,
} from "@zip.js/zip.js";
import type { ArchiveErrorCode, ArchiveFault } from "./archive-error.ts";

const CODES: ReadonlyMap<string, ArchiveErrorCode> = new Map([
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, "ARCHIVE_ENCRYPTED"],
  [ERR_OVERLAPPING_ENTRY, "ARCHIVE_OVERLAP"],
  [ERR_SPLIT_ZIP_FILE, "ARCHIVE_UNSUPPORTED"],
]);

/** How archives begin: with an entry, or with the end of an empty directory. */
const BEGINNINGS = ["PK\x03\x04", "PK\x05\x06"];
const SHORTEST = 22;

/** What an error of zip.js says of the archive. */
export async function structureFault(error: unknown, file: FileHandle): Promise<ArchiveFault> {
  const { message, reason } = error as { message: string; reason?: string };
  const { size } = await file.stat();
  const endsEarly = message === ERR_EOCDR_NOT_FOUND || reason === WARNING_APPENDED_DATA || size < SHORTEST;
  const { bytesRead, buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
  const start = buffer.toString("latin1", 0, bytesRead);
  if (!BEGINNINGS.some((beginning) => start.startsWith(beginning.slice(0, Math.min(4, bytesRead))))) {
    if (endsEarly || message === ERR_BAD_FORMAT) {
      return { code: "ARCHIVE_NOT_A_ZIP", reason: `it is no zip, it starts with ${JSON.stringify(start)}` };
    }
  } else if (endsEarly) {
    return { code: "ARCHIVE_TRUNCATED", reason: `its end is missing, it has ${size} bytes` };
  }
  const why = reason === undefined ? message : `${message} (${reason})`;
  return { code: CODES.get(message) ?? "ARCHIVE_DAMAGED", reason: why };
}

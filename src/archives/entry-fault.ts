import type { Entry } from "@zip.js/zip.js";
import type { ArchiveFault } from "./archive-error.ts";
import { nameFault } from "./name-fault.ts";

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;

/** General purpose flags: encrypted, strongly encrypted, headers masked. */
const ENCRYPTED = 0x2041;
const PATCH = 0x20;

const STORED = 0;
const DEFLATED = 8;

/** Why an entry must not be extracted, by what the archive's directory says of it; null where it may. */
export function entryFault(entry: Entry): ArchiveFault | null {
  const name = nameFault(entry.filename);
  if (name !== null) return { code: "ARCHIVE_UNSAFE_NAME", reason: name };
  const modes = [entry.externalFileAttributes >>> 16, entry.unixMode ?? 0];
  const types = modes.map((mode) => mode & FILE_TYPE).filter((type) => type !== 0);
  if (types.some((type) => type !== REGULAR && type !== FOLDER)) {
    return { code: "ARCHIVE_LINK", reason: "it is a link or a special file" };
  }
  const flags = entry.rawBitFlag ?? 0;
  if ((flags & ENCRYPTED) !== 0) {
    return { code: "ARCHIVE_ENCRYPTED", reason: "it is encrypted" };
  }
  if (entry.diskNumberStart !== 0) {
    return { code: "ARCHIVE_UNSUPPORTED", reason: "it is in another part of a split archive" };
  }
  const { compressionMethod: method } = entry;
  if ((method !== STORED && method !== DEFLATED) || (flags & PATCH) !== 0) {
    return {
      code: "ARCHIVE_UNSUPPORTED",
      reason: `it is compressed by method ${method}, only Deflate (8) is read`,
    };
  }
  return contradiction(entry);
}

function contradiction(entry: Entry): ArchiveFault | null {
  const { filename, directory, compressionMethod, compressedSize, uncompressedSize } = entry;
  if (directory !== filename.endsWith("/")) {
    return {
      code: "ARCHIVE_DAMAGED",
      reason: "it is a file by its name and a folder by its mode",
    };
  }
  if (directory && uncompressedSize > 0)
    return { code: "ARCHIVE_DAMAGED", reason: "it is a folder with data" };
  if (compressionMethod === STORED && compressedSize !== uncompressedSize) {
    const reason = `it is stored as it is, but ${compressedSize} bytes are to be ${uncompressedSize}`;
    return { code: "ARCHIVE_DAMAGED", reason };
  }
  return null;
}

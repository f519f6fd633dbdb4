import type { Entry } from "@zip.js/zip.js";

const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
const DIRECTORY = 0o040000;
const DEEPEST = 32;
const LONGEST_NAME = 255;

/** Why an entry must not be extracted, or null where it may be. Names with `..`, roots or drives zip.js refuses. */
export function entryFault(entry: Entry): string | null {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== DIRECTORY) return "it is a link or a special file";
  if (entry.encrypted) return "it is encrypted";
  const parts = entry.filename.split("/");
  if (parts.length > DEEPEST) return `it is nested more than ${DEEPEST} folders deep`;
  if (parts.some((part) => Buffer.byteLength(part) > LONGEST_NAME)) return "its name is too long";
  return parts.includes("..") || entry.filename.startsWith("/") ? "its name leaves the folder" : null;
}

/** Codes with which a disk can take no more, whatever is written to it. */
const DISK = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS"]);
const TOO_MANY_FILES = new Set(["EMFILE", "ENFILE"]);
const MISSING = new Set(["ENOENT", "ENOTDIR"]);

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codes.has(String((cause as NodeJS.ErrnoException).code))) return true;
  }
  return false;
}

/** Whether an error says that nothing more can be written. */
export function isDiskFull(error: unknown): boolean {
  return hasCode(error, DISK);
}

/** Whether an error says that too many files and connections are open. */
export function isTooManyFiles(error: unknown): boolean {
  return hasCode(error, TOO_MANY_FILES);
}

/** Whether an error says that there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return hasCode(error, MISSING);
}

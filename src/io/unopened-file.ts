import { isMissing } from "./system-codes.ts";
import { TableReadError } from "./table-read-error.ts";

/** The error for a file that the system did not open or read, in words. */
export function unopenedFile(path: string, cause: unknown): TableReadError {
  const { code, message } = cause as NodeJS.ErrnoException;
  const isFolder = code === "EISDIR";
  const reason = isMissing(cause) ? "there is no such file" : isFolder ? "it is a folder" : message;
  return new TableReadError({ path, reason }, { cause });
}

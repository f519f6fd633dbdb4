import { join } from "node:path";
import { isThere } from "./finish-commit.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";

/** The error for a file of a table that is gone. */
export function lostPartError(folder: string, file: string, cause: unknown): IngestFolderError {
  const reason = `"${file}" is not there any more: another ingest has ended since, open the dataset again; or it was removed, ingest again`;
  return new IngestFolderError(folder, reason, { cause });
}

/** What went wrong with the files of a folder: that one is gone, where that is so; else the error itself. */
export async function explainLostPart(
  error: unknown,
  { folder, files }: { folder: string; files: readonly string[] },
): Promise<unknown> {
  for (const file of files)
    if (!(await isThere(join(folder, file)))) return lostPartError(folder, file, error);
  return error;
}

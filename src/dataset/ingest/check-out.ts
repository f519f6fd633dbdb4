import { join, resolve } from "node:path";
import { TABLE_NAMES } from "../table-names.ts";
import { isThere } from "./finish-commit.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import type { IngestPaths } from "./ingest-paths.ts";

/**
 * Checks that tables can be written into a folder.
 *
 * @throws {IngestFolderError} When it is one that is read, or holds files in the place of tables that no ingest wrote.
 */
export async function checkOut(
  { folder, manifest, commit }: IngestPaths,
  { sources, force }: { sources: readonly string[]; force: boolean },
): Promise<void> {
  if (sources.some((source) => resolve(source) === resolve(folder))) {
    throw new IngestFolderError(folder, "it is the folder that is read, choose another one");
  }
  if (force || (await isThere(manifest)) || (await isThere(commit))) return;
  for (const table of TABLE_NAMES) {
    if (!(await isThere(join(folder, table)))) continue;
    const reason = `it holds "${table}", which no ingest has written; choose another folder, or pass { force: true } to replace it`;
    throw new IngestFolderError(folder, reason);
  }
}

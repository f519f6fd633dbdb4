import { access, mkdir, readFile, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { syncFolder } from "../../io/sync-folder.ts";
import type { TableName } from "../table-names.ts";
import type { IngestPaths } from "./ingest-paths.ts";

/** What is to take the place of what is there. */
export interface Commit {
  tables: readonly TableName[];
  /** Tables that are no more. */
  gone: readonly TableName[];
}

/**
 * Puts new tables in the place of old ones, whole folder by whole folder, and the manifest last. When it is cut short,
 * the next call goes on; without a commit, nothing happens.
 */
export async function finishCommit(paths: IngestPaths): Promise<void> {
  const { folder, own, next, old, commit } = paths;
  if (!(await isThere(commit))) return;
  const { tables, gone } = JSON.parse(await readFile(commit, "utf8")) as Commit;
  await mkdir(old, { recursive: true });
  const putAside = async (table: TableName): Promise<void> => {
    if (!(await isThere(join(folder, table)))) return;
    await rm(join(old, table), { recursive: true, force: true });
    await rename(join(folder, table), join(old, table));
  };
  for (const table of tables) {
    if (!(await isThere(join(next, table)))) continue;
    await putAside(table);
    await rename(join(next, table), join(folder, table));
  }
  for (const table of gone) await putAside(table);
  await syncFolder(folder);
  for (const file of [paths.jobs, paths.manifest]) {
    if (await isThere(join(next, basename(file)))) await rename(join(next, basename(file)), file);
  }
  await syncFolder(own);
  // In this order, so that a cut between them leaves the commit, which then finds nothing to do.
  await rm(paths.temporary, { recursive: true, force: true });
  await rm(commit);
}

/** Whether there is a file or folder of this name. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { lstat, mkdir, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { syncFolder } from "../../io/sync-folder.ts";
import { isMissing } from "../../io/system-codes.ts";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import { BatchFolderError } from "./batch-folder-error.ts";
import type { BatchPaths } from "./batch-paths.ts";

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/**
 * Looks whether a folder can take a batch's downloads, and changes nothing.
 *
 * @throws {BatchFolderError} When it holds another batch, or files that are not a batch.
 */
export async function checkBatchFolder({ folder, batchId }: BatchPaths, id: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.includes("batch_id.txt")) {
    const found = (await readFile(batchId, "utf8")).trim();
    if (found !== id)
      throw new BatchFolderError(folder, `it holds batch ${found}, not ${id}; choose another folder`);
  } else if (names.some((name) => !name.startsWith("."))) {
    throw new BatchFolderError(
      folder,
      "it holds files that are not a downloaded batch; choose another folder",
    );
  }
}

/** Makes the folders that a download works in, none of them behind a link. */
export async function makeBatchFolder(paths: BatchPaths): Promise<void> {
  const { folder, own, receipts, temporary, lock } = paths;
  await mkdir(folder, { recursive: true });
  for (const path of [own, receipts, temporary]) {
    await mkdir(path, { recursive: true });
    if (!(await lstat(path)).isDirectory())
      throw new BatchFolderError(folder, `${path} is a link; remove it or choose another folder`);
  }
  const found = await lstat(lock).catch(() => null);
  if (found?.isDirectory() === false)
    throw new BatchFolderError(folder, `${lock} is no folder; remove it or choose another folder`);
}

/** Notes whose folder it is, once the folder is locked; whoever had the lock before may have done so. */
export async function claimBatchFolder(paths: BatchPaths, id: string): Promise<void> {
  await checkBatchFolder(paths, id);
  if ((await namesIn(paths.folder)).includes("batch_id.txt")) return;
  // Not beside its target, so that a crash leaves nothing where the user's files are.
  const prepared = join(paths.temporary, "batch_id.txt");
  await writeFileAtomic(prepared, id, { force: true });
  await rename(prepared, paths.batchId);
  await syncFolder(paths.folder);
}

import { mkdir, rmdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { FileWriteError } from "../../io/file-write-error.ts";
import { FolderLock } from "../../io/lock/folder-lock.ts";
import type { IngestPaths } from "./ingest-paths.ts";

/**
 * Works in a folder of tables, which is made if missing, while no other ingest does. What stays empty is removed.
 *
 * @param work Given a signal that aborts when the caller's does, or the lock is lost.
 * @throws {FolderLockedError} When another ingest into the folder is running.
 */
export async function whileLocked<T>(
  paths: IngestPaths,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { folder, own, temporary } = paths;
  const made = await mkdir(own, { recursive: true }).catch((error: unknown) => {
    throw new FileWriteError(own, error);
  });
  const lock = await FolderLock.acquire(paths, { timeoutMs: 0, signal });
  try {
    return await work(signal === undefined ? lock.signal : AbortSignal.any([signal, lock.signal]));
  } finally {
    await rmdir(temporary).catch(() => {});
    await lock.release();
    const isNew = made !== undefined && resolve(made).length <= resolve(folder).length;
    const empty = [own, dirname(own), ...(isNew ? [folder] : [])];
    for (const each of empty) await rmdir(each).catch(() => {});
  }
}

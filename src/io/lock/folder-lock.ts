import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, rmdir, unlink, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { sleep } from "../../util/sleep.ts";
import { isMissing } from "../system-codes.ts";
import { FolderLockLostError } from "./folder-lock-lost-error.ts";
import { FolderLockedError } from "./folder-locked-error.ts";
import { type HeldLock, isStale, type LockOwner, readLock } from "./lock-owner.ts";

const HEARTBEAT_MS = 10_000;
const LOOK_AGAIN_MS = 200;

/** Where the lock of a folder is. */
export interface LockPaths {
  /** The folder that is kept to one owner. */
  folder: string;
  lock: string;
  /** A folder on the same disk for what is being prepared. */
  temporary: string;
}

/** How {@link FolderLock.acquire} waits. */
export interface AcquireOptions {
  /** How long to wait for another owner to end. */
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/**
 * Keeps a folder to one download or ingest at a time. The lock is a folder with one file, which is named after its owner:
 * whoever takes over removes the file of the owner that is gone, and can by its name remove no other one. A folder
 * without a file is free, and comes with its file by one renaming, so that there is no moment in between.
 */
export class FolderLock {
  /** Tells the owner's files apart from those of others. */
  readonly ownerId: string;
  readonly #paths: LockPaths;
  readonly #file: string;
  readonly #lost = new AbortController();
  readonly #heart: ReturnType<typeof setInterval>;

  private constructor(paths: LockPaths, ownerId: string) {
    this.#paths = paths;
    this.ownerId = ownerId;
    this.#file = join(paths.lock, ownerId);
    this.#heart = setInterval(() => void this.check().catch(() => {}), HEARTBEAT_MS);
    this.#heart.unref();
  }

  /**
   * Takes the lock, or waits for it.
   *
   * @throws {FolderLockedError} When its owner goes on for longer than is waited.
   */
  static async acquire(paths: LockPaths, { timeoutMs, signal }: AcquireOptions): Promise<FolderLock> {
    const start = performance.now();
    const ownerId = randomUUID();
    while (true) {
      const held = await readLock(paths.lock);
      if (held === null) {
        if (await tryToTake(paths, ownerId)) return new FolderLock(paths, ownerId);
      } else if (isStale(held)) {
        await remove(held);
      } else if (performance.now() - start >= timeoutMs) {
        throw new FolderLockedError(paths.folder, held, timeoutMs);
      } else {
        await sleep(LOOK_AGAIN_MS, signal);
      }
      signal?.throwIfAborted();
    }
  }

  /** Aborted with a `FolderLockLostError` once the lock is lost. */
  get signal(): AbortSignal {
    return this.#lost.signal;
  }

  /**
   * Gives a sign of life.
   *
   * @throws {FolderLockLostError} When another process took the lock over.
   */
  async check(): Promise<void> {
    try {
      const now = new Date();
      await utimes(this.#file, now, now);
    } catch (error) {
      // Whatever else goes wrong is not the lock's: others will take over, which the next look finds.
      if (isMissing(error)) this.#lost.abort(new FolderLockLostError(this.#paths.folder));
    }
    this.#lost.signal.throwIfAborted();
  }

  /** Gives the lock back, if it is still held. */
  async release(): Promise<void> {
    clearInterval(this.#heart);
    await unlink(this.#file).catch(() => {});
    await rmdir(this.#paths.lock).catch(() => {});
  }
}

async function remove({ path }: HeldLock): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** False where another process was faster. */
async function tryToTake({ lock, temporary }: LockPaths, ownerId: string): Promise<boolean> {
  const prepared = join(temporary, `${ownerId}.lock`);
  const owner: LockOwner = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
  try {
    await mkdir(prepared, { recursive: true });
    await writeFile(join(prepared, ownerId), JSON.stringify(owner));
    // Where a folder that is empty cannot be replaced, as on Windows, it has to go first; one with an owner stays.
    await rmdir(lock).catch(() => {});
    await rename(prepared, lock);
  } catch (error) {
    await rm(prepared, { recursive: true, force: true });
    if (!isTaken(error) && (await readLock(lock)) === null) throw error;
  }
  // Whoever had the lock in the meantime may have swept what was prepared, so the renaming alone proves nothing.
  return (await readLock(lock))?.path === join(lock, ownerId);
}

function isTaken(error: unknown): boolean {
  return ["ENOENT", "ENOTEMPTY", "EEXIST"].includes(String((error as NodeJS.ErrnoException).code));
}

import { readdir, readFile, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { isRunning } from "../../util/is-running.ts";
import { isMissing } from "../system-codes.ts";

/** A lock whose owner gives no sign of life for so long is taken over. */
const STALE_MS = 120_000;

/** Who holds a lock. */
export interface LockOwner {
  pid: number;
  host: string;
  /** When the lock was taken: ISO 8601. */
  startedAt: string;
}

/** A lock that is held. */
export interface HeldLock {
  /** The file that stands for the owner; its time is the owner's last sign of life. */
  path: string;
  /** Null where the file does not say, as after a loss of power. */
  owner: LockOwner | null;
  aliveAtMs: number;
}

const schema = z.object({ pid: z.int().min(1), host: z.string(), startedAt: z.string() });

/** The lock that a folder stands for; null where nobody holds it. */
export async function readLock(folder: string): Promise<HeldLock | null> {
  try {
    const [name] = await readdir(folder);
    if (name === undefined) return null;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    return { path, owner: parseOwner(await readFile(path, "utf8")), aliveAtMs: mtimeMs };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function parseOwner(text: string): LockOwner | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether a lock's owner is gone: a process of this machine that is no more, or one that was not heard of for long. */
export function isStale({ owner, aliveAtMs }: HeldLock): boolean {
  if (Date.now() - aliveAtMs > STALE_MS) return true;
  if (owner === null || owner.host !== hostname()) return false;
  // A container that was started again has the number of the process that was killed in it.
  const isEarlier = Date.parse(owner.startedAt) < Date.now() - process.uptime() * 1000;
  return owner.pid === process.pid ? isEarlier : !isRunning(owner.pid);
}

import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { isRunning } from "../../util/is-running.ts";
import { sleep } from "../../util/sleep.ts";

const PAUSE_MS = 20;
const PATIENCE_MS = 30_000;
/** Nobody works so long under a lock: its owner is gone, whatever its number says. */
const OLDEST_MS = 20_000;

interface Found {
  text: string;
  ageMs: number;
}

async function look(path: string): Promise<Found | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
    return { text, ageMs: Date.now() - mtimeMs };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function isStale({ text, ageMs }: Found): boolean {
  const [pid, host] = text.split(" ");
  return ageMs > OLDEST_MS || (host === hostname() && !isRunning(Number(pid)));
}

/** Takes away the lock that was found stale; another one that took its place meanwhile is put back. */
async function clear(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, "utf8")) !== stale) await link(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function take(path: string, mine: string): Promise<boolean> {
  try {
    await writeFile(path, mine, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Does a moment's work while no other process does the same. The lock is a file that only one can make; it is taken
 * over from a process that is gone, or that was stopped for so long that it seemed to be. So whoever relies on having
 * been alone asks `isHeld` after having written what the next one reads: one of two always knows of the other.
 *
 * @throws Error that names the file where it stays taken.
 */
export async function withLock<T>(
  path: string,
  work: (isHeld: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const mine = `${process.pid} ${hostname()} ${randomUUID()}`;
  const start = performance.now();
  while (!(await take(path, mine))) {
    const found = await look(path);
    if (found !== null && isStale(found)) await clear(path, found.text);
    else if (performance.now() - start > PATIENCE_MS) throw new Error(`${path} stays taken`);
    else await sleep(PAUSE_MS);
  }
  const isHeld = async (): Promise<boolean> => (await look(path))?.text === mine;
  try {
    return await work(isHeld);
  } finally {
    if (await isHeld()) await rm(path, { force: true });
  }
}

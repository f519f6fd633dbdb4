import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { isRunning } from "../../util/is-running.ts";

const OWNER = z.object({ pid: z.int().min(1), host: z.string() });

/** The locks that this process holds. */
const held = new Set<string>();

function read(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function parseOwner(text: string): z.infer<typeof OWNER> | undefined {
  try {
    return OWNER.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Takes a lock away from a process that is gone, unless another one was faster. */
function clear(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (read(aside) === stale) rmSync(aside);
  else renameSync(aside, path);
}

/**
 * Takes a folder for this process alone, making it where it is missing, and returns what gives it back. The lock of a
 * process of this machine that is gone is taken over.
 *
 * @throws Error that names the owner where another server has the folder.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(realpathSync(folder), "emulator.lock");
  const host = hostname();
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify({ pid: process.pid, host }), { flag: "wx", mode: 0o600 });
      held.add(path);
      return () => {
        if (held.delete(path)) rmSync(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const text = read(path);
    if (text === null) continue;
    const owner = parseOwner(text);
    // After a restart of the machine, the number of a process that is gone may be our own.
    const isGone =
      owner?.host === host && (owner.pid === process.pid ? !held.has(path) : !isRunning(owner.pid));
    if (!isGone) {
      const who = owner ? `process ${owner.pid} on ${owner.host}` : "an unknown process";
      throw new Error(
        `Cannot use data folder ${folder}: the emulator of ${who} has it; stop that one, or remove ${path} if it is gone`,
      );
    }
    clear(path, text);
  }
}

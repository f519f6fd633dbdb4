import { randomUUID } from "node:crypto";
import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { FileWriteError } from "../../../io/file-write-error.ts";
import { InfinityFramesError } from "../../../util/infinity-frames-error.ts";
import type { WriteOptions } from "../../engine.ts";
import { takenError } from "../../write-errors.ts";

/** What becomes of what a folder holds already. */
export type WriteMode = NonNullable<WriteOptions["mode"]>;

/**
 * Fills a folder by a function that is given an empty one beside it, which takes its place when all is written: nothing
 * that is half written is ever in the folder, and nothing is left of what failed.
 *
 * @throws {FileExistsError} With the mode `error`, when the path is taken.
 * @throws {FileWriteError} When the folder cannot be written.
 */
export async function fillFolder(
  path: string,
  mode: WriteMode,
  fill: (temporary: string) => Promise<void>,
): Promise<void> {
  const isTaken = await exists(path);
  if (isTaken && mode === "ignore") return;
  if (isTaken && mode === "error") throw takenError(path);
  // Readers of folders pass over names that begin so.
  const beside = (kind: string): string => join(dirname(path), `.${basename(path)}.${randomUUID()}.${kind}`);
  const temporary = beside("tmp");
  try {
    await mkdir(temporary, { recursive: true });
    await fill(temporary);
    if (mode === "append" && isTaken) await moveFiles(temporary, path);
    else if (mode === "overwrite" && isTaken) await replaceFolder(temporary, path, beside("old"));
    else await claim(temporary, path);
  } catch (error) {
    throw isOfSystem(error) ? new FileWriteError(path, error) : error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Gives a folder a name that nothing had when this began. */
async function claim(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path);
  } catch (error) {
    if (["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) {
      throw takenError(path, { cause: error });
    }
    throw error;
  }
}

async function replaceFolder(temporary: string, path: string, old: string): Promise<void> {
  await rename(path, old);
  try {
    await rename(temporary, path);
  } catch (error) {
    await rename(old, path);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** Moves the files of a folder into the same folders of another. */
async function moveFiles(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const folder = join(to, relative(from, entry.parentPath));
    await mkdir(folder, { recursive: true });
    await rename(join(entry.parentPath, entry.name), join(folder, entry.name));
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

function isOfSystem(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof InfinityFramesError) return false;
  return typeof (error as NodeJS.ErrnoException).code === "string";
}

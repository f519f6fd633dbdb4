import { randomUUID } from "node:crypto";
import { type FileHandle, link, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sleep } from "../util/sleep.ts";
import { FileExistsError } from "./file-exists-error.ts";
import { FileWriteError } from "./file-write-error.ts";
import { syncFolder } from "./sync-folder.ts";
import { writeFully } from "./write-fully.ts";

/** Options of {@link writeFileAtomic}. */
export interface WriteFileAtomicOptions {
  /**
   * Whether a file that is already there is replaced.
   * @default false
   */
  force?: boolean;
  /**
   * The permissions of the file, before the process's umask; `0o600` for what others must not read.
   * @default 0o644
   */
  mode?: number;
}

const RENAME_ATTEMPTS = 10;

/** Codes with which file systems without hard links refuse `link`. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"]);

/** Codes with which Windows refuses to rename while a scanner holds the file. */
const BUSY = new Set(["EPERM", "EACCES", "EBUSY"]);

/**
 * Writes a file so that readers see either all of it or nothing, also after a crash: the bytes go to a temporary
 * file in the same folder, are flushed to the disk and then take the target's name in one step. Missing parent
 * folders are made. On failure the temporary file is removed and an existing target stays as it was.
 *
 * @param data The content; strings are written as UTF-8.
 * @throws {FileExistsError} Without `force`, when the path is taken, even by a file made in the same moment.
 * @throws {FileWriteError} When the disk is full, or the file cannot be written for another reason.
 */
export async function writeFileAtomic(
  path: string,
  data: string | Uint8Array,
  options: WriteFileAtomicOptions = {},
): Promise<void> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  await fillFileAtomic(path, (file) => writeFully(file, bytes), options);
}

/**
 * Writes a file as {@link writeFileAtomic} does, by a function that is given the temporary file.
 *
 * @param fill Writes the content, to the file's handle or its path.
 * @throws {FileExistsError} Without `force`, when the path is taken, even by a file made in the same moment.
 * @throws {FileWriteError} When the file cannot be written, or `fill` fails with an error of the system.
 */
export async function fillFileAtomic(
  path: string,
  fill: (file: FileHandle, temporary: string) => Promise<void>,
  options: WriteFileAtomicOptions = {},
): Promise<void> {
  const { force = false, mode = 0o644 } = options;
  if (!force && (await exists(path))) throw new FileExistsError(path);
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await fillFlushed(temporary, { mode, fill });
    await (force ? replace(temporary, path) : claim(temporary, path));
  } catch (error) {
    throw error instanceof FileExistsError ? error : new FileWriteError(path, error);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
  await syncFolder(dirname(path));
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

async function fillFlushed(
  path: string,
  { mode, fill }: { mode: number; fill: (file: FileHandle, path: string) => Promise<void> },
): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await fill(file, path);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives the file a second name, which fails where the name is taken; `rename` would overwrite. */
async function claim(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new FileExistsError(path, { cause: error });
    if (!NO_LINKS.has(codeOf(error))) throw error;
    await reserve(path);
    await replace(temporary, path).catch(async (failure: unknown) => {
      await rm(path, { force: true });
      throw failure;
    });
  }
}

async function reserve(path: string): Promise<void> {
  try {
    const file = await open(path, "wx");
    await file.close();
  } catch (error) {
    throw codeOf(error) === "EEXIST" ? new FileExistsError(path, { cause: error }) : error;
  }
}

async function replace(temporary: string, path: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(temporary, path);
    } catch (error) {
      if (process.platform !== "win32" || attempt === RENAME_ATTEMPTS || !BUSY.has(codeOf(error)))
        throw error;
      await sleep(attempt * 10);
    }
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { FileExistsError } from "../io/file-exists-error.ts";
import { FileWriteError } from "../io/file-write-error.ts";
import { kindOfPath } from "./kind-of-path.ts";

/**
 * Checks before long work that its result can be written; makes nothing.
 *
 * @throws {FileExistsError} Without `force`, when there is something at the path.
 * @throws {FileWriteError} When the path is a folder, or no file can be made there.
 */
export async function checkWritable(path: string, { force }: { force: boolean }): Promise<void> {
  const kind = await kindOfPath(path);
  if (!force && kind !== null) throw new FileExistsError(path);
  if (kind === "folder") throw new FileWriteError(path, coded("EISDIR", "there is a folder of that name"));
  const folder = await nearestFolder(dirname(resolve(path)));
  try {
    if (!(await stat(folder)).isDirectory()) throw coded("ENOTDIR", `${folder} is not a folder`);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new FileWriteError(path, error);
  }
}

/** The folder, or of what is around it the first thing that exists. */
async function nearestFolder(folder: string): Promise<string> {
  const above = dirname(folder);
  return above === folder || (await kindOfPath(folder)) !== null ? folder : nearestFolder(above);
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

import { join, resolve } from "node:path";

/** Whether a folder is an address, such as `s3a://bucket/folder`, which only an engine can reach. */
export function isAddress(folder: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\//i.test(folder);
}

/**
 * Where a file below a folder is, as an engine in another folder is to be told.
 *
 * @param file Its parts are separated by `/`.
 */
export function fileBelow(folder: string, file: string): string {
  return isAddress(folder) ? `${folder.replace(/\/+$/, "")}/${file}` : resolve(join(folder, file));
}

/** The path of something in a folder: that of the folder, and a name. */
export function pathBelow(folder: string, name: string): string {
  return isAddress(folder) ? fileBelow(folder, name) : join(folder, name);
}

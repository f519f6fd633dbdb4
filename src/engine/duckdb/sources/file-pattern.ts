import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What an address of another file system begins with, such as `s3://`. */
const SCHEME = /^[a-z][a-z0-9+.-]+:\/\//i;

/** Whether a path is an address of another file system, which only the database reaches. */
export function isRemote(path: string): boolean {
  return SCHEME.test(path) && !path.startsWith("file:");
}

/** A path, or an address `file:///…` of one, as an absolute path. */
export function localPath(path: string): string {
  return path.startsWith("file:") ? fileURLToPath(path) : resolve(path);
}

/** A path as a pattern that only that file has: DuckDB takes every path for a pattern. */
export function filePattern(path: string): string {
  return isRemote(path) ? path : localPath(path).replaceAll(/[*?[]/g, "[$&]");
}

import { readdir, stat } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { TableReadError } from "../../../io/table-read-error.ts";

/** What the name of every Parquet file ends with. */
export const PARQUET = ".parquet";

/** Whether a path is that of a file or a folder; null where there is neither. */
export async function kindOf(path: string): Promise<"file" | "folder" | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? "folder" : "file";
}

/**
 * The Parquet files in a folder and its folders, in order, but for those with a name that begins with `.` or `_`, or in
 * such a folder: they are not finished, or no data.
 *
 * @throws {TableReadError} When there is none.
 */
export async function parquetFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && extname(entry.name).toLowerCase() === PARQUET)
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !partsOf(relative(folder, file)).some((part) => /^[._][^=]*$/.test(part)));
  if (files.length === 0) throw new TableReadError({ path: folder, reason: "it holds no Parquet file" });
  return files.sort();
}

/** The columns of a path's folders `<column>=<value>`. */
export function partitionKeys(path: string): string[] {
  return partsOf(path).flatMap((part) => (part.includes("=") ? [part.slice(0, part.indexOf("="))] : []));
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/);
}

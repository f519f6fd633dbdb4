import { lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { FileWriteError } from "../io/file-write-error.ts";

/**
 * Makes the folders of some files below a root, each before those in it.
 *
 * @returns All folders that hold the files or each other, the root included.
 * @throws {FileWriteError} When a link or a file is where a folder is to be; nothing is written through it.
 */
export async function makeFolders(root: string, files: Iterable<string>): Promise<string[]> {
  await mkdir(root, { recursive: true });
  const made = new Set([root]);
  for (const file of files) {
    let folder = root;
    for (const part of file.split("/").slice(0, -1)) {
      folder = join(folder, part);
      if (!made.has(folder)) await makeFolder(folder);
      made.add(folder);
    }
  }
  return [...made];
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const isFolder = await lstat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) throw new FileWriteError(folder, error);
  }
}

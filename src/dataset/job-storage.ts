import { readdir, readFile, stat } from "node:fs/promises";
import { isMissing } from "../io/system-codes.ts";
import { DatasetFolderError } from "./dataset-folder-error.ts";

/** Something in a folder; a link may be either. */
export interface StoredEntry {
  name: string;
  mayBeFile: boolean;
  mayBeFolder: boolean;
}

/** Where folders of jobs lie. */
export interface JobStorage {
  /**
   * What is in a folder.
   *
   * @throws {DatasetFolderError} When it is not there or cannot be read.
   */
  entriesIn(folder: string): Promise<readonly StoredEntry[]>;
  /** The names in a folder; none where it may not be read, null where it is not a folder. */
  namesIn(folder: string): Promise<ReadonlySet<string> | null>;
  /** The text of a file; null where there is no such file. */
  textOf(path: string): Promise<string | null>;
}

/** The file system. */
export const FILE_SYSTEM: JobStorage = {
  async entriesIn(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      return entries.map((entry) => ({
        name: entry.name,
        mayBeFile: !entry.isDirectory(),
        mayBeFolder: entry.isDirectory() || entry.isSymbolicLink(),
      }));
    } catch (cause) {
      const reason = isMissing(cause) ? "there is no such folder" : String(cause);
      throw new DatasetFolderError(folder, reason, { cause });
    }
  },
  async namesIn(folder) {
    try {
      return new Set(await readdir(folder));
    } catch {
      const isFolder = await stat(folder).then(
        (found) => found.isDirectory(),
        () => false,
      );
      return isFolder ? new Set() : null;
    }
  },
  async textOf(path) {
    try {
      return await readFile(path, "utf8");
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
};

import { readdir, rm, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { isMissing } from "../../io/system-codes.ts";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import type { TableName } from "../table-names.ts";

/** Where an engine writes what it has read, and the tables. */
export interface Workspace {
  /** A folder of it, as the engine reaches it. */
  folder(name: string): string;
  /**
   * Whether a folder holds all that was to be written into it, which is not so where its files, which lie so many folders
   * deep, are gone. One without rows may have none: it is written again.
   */
  isDone(name: string, depth?: number): Promise<boolean>;
  /** Notes that a folder holds all that was to be written into it. */
  markDone(name: string): Promise<void>;
  /** Makes place for a folder that is to be written. */
  clear(name: string): Promise<void>;
  /** The name of the folder of a table. */
  tableName(table: TableName, hash: string): string;
  /** The sizes of the Parquet files in a folder, by their paths below it, which go so many folders deep. */
  parquetFiles(name: string, depth: number): Promise<ReadonlyMap<string, number>>;
}

/** A workspace in a folder that this process reaches by the same path as the engine. */
export function localWorkspace(path: string): Workspace {
  const mark = (name: string) => join(path, `${name}.done`);
  return {
    folder: (name) => resolve(path, name),
    isDone: async (name) => {
      try {
        await stat(mark(name));
        return (await parquetFiles(name)).size > 0;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    markDone: (name) => writeFileAtomic(mark(name), "", { force: true }),
    clear: async (name) => {
      await rm(mark(name), { force: true });
      await rm(join(path, name), { recursive: true, force: true });
    },
    tableName: (table, hash) => `tables-${hash}/${table}`,
    parquetFiles,
  };

  async function parquetFiles(name: string): Promise<ReadonlyMap<string, number>> {
    const folder = join(path, name);
    const found = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".parquet"));
    const sizes = await Promise.all(found.map(async (file) => (await stat(join(folder, file))).size));
    return new Map(found.map((file, i) => [file.replaceAll(sep, "/"), sizes[i] ?? 0]));
  }
}

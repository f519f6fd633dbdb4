import { readdir, rm, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import type { TableName } from "../table-names.ts";

/** Where an engine writes what it has read, and the tables. */
export interface Workspace {
  /** A folder of it, as the engine reaches it. */
  folder(name: string): string;
  /** Whether a folder holds all that was to be written into it. */
  isDone(name: string): Promise<boolean>;
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
    isDone: (name) =>
      stat(mark(name)).then(
        () => true,
        () => false,
      ),
    markDone: (name) => writeFileAtomic(mark(name), "", { force: true }),
    clear: async (name) => {
      await rm(mark(name), { force: true });
      await rm(join(path, name), { recursive: true, force: true });
    },
    tableName: (table, hash) => `tables-${hash}/${table}`,
    parquetFiles: async (name) => {
      const folder = join(path, name);
      const found = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".parquet"));
      const sizes = await Promise.all(found.map(async (file) => (await stat(join(folder, file))).size));
      return new Map(found.map((file, i) => [file.replaceAll(sep, "/"), sizes[i] ?? 0]));
    },
  };
}

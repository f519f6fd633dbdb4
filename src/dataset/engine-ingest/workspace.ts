import { rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";

/** Where an engine writes what is not a table yet. */
export interface Workspace {
  /** A folder of it, as the engine reaches it. */
  folder(name: string): string;
  /** Whether a folder holds all that was to be written into it. */
  isDone(name: string): Promise<boolean>;
  /** Notes that a folder holds all that was to be written into it. */
  markDone(name: string): Promise<void>;
  /** Makes place for a folder that is to be written. */
  clear(name: string): Promise<void>;
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
  };
}

import type { FileHandle } from "node:fs/promises";

/** An archive that is being read. */
export interface OpenArchive {
  /** Its path, for messages. */
  archive: string;
  file: FileHandle;
}

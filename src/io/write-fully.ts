import type { FileHandle } from "node:fs/promises";

/**
 * Writes all of some bytes at a file's position. Systems may take fewer than they are given, and say why only when they
 * are given the rest.
 *
 * @throws {Error} When the system takes none, or refuses.
 */
export async function writeFully(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written);
    if (bytesWritten === 0) throw new Error(`the system took ${written} of ${bytes.length} bytes`);
    written += bytesWritten;
  }
}

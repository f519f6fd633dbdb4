import type { FileHandle } from "node:fs/promises";

/**
 * Writes all of some bytes. Systems may take fewer than they are given, and say why only when they are given the rest.
 *
 * @param position Where in the file they go. By default, the file's own position, which moves on.
 * @throws {Error} When the system takes none, or refuses.
 */
export async function writeFully(
  file: FileHandle,
  bytes: Uint8Array,
  position: number | null = null,
): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const at = position === null ? null : position + written;
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, at);
    if (bytesWritten === 0) throw new Error(`the system took ${written} of ${bytes.length} bytes`);
    written += bytesWritten;
  }
}

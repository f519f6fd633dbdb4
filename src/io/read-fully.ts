import type { FileHandle } from "node:fs/promises";

/**
 * Reads a part of a file.
 *
 * @throws {Error} When the file ends before it.
 */
export async function readFully(
  file: FileHandle,
  { start, length }: { start: number; length: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, start + done);
    if (bytesRead === 0) throw new Error(`it ends at ${start + done}, before ${start + length}`);
    done += bytesRead;
  }
  return bytes;
}

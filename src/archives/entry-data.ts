import type { FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import type { ArchivedFile } from "./read-entries.ts";

const CHUNK = 2 ** 18;

/** The unpacked bytes of a file in an archive, piece by piece. They may be fewer, more or others than it declares. */
export function entryData(file: FileHandle, entry: ArchivedFile): AsyncIterable<Buffer> {
  return entry.isDeflated ? inflated(file, entry) : packedData(file, entry);
}

async function* packedData(file: FileHandle, { start, packedBytes }: ArchivedFile): AsyncGenerator<Buffer> {
  let read = 0;
  while (read < packedBytes) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, packedBytes - read));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, start + read);
    if (bytesRead === 0) throw new Error("the archive became shorter while it was read");
    read += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

async function* inflated(file: FileHandle, entry: ArchivedFile): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  // Errors end the loop over the last stream; the callback has nothing to add.
  yield* pipeline(Readable.from(packedData(file, entry)), inflate, () => {});
  const unread = entry.packedBytes - inflate.bytesWritten;
  if (unread > 0) throw new Error(`its compressed data ends ${unread} bytes early`);
}

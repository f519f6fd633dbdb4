import type { FileHandle } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import type { ArchivedFile } from "./read-entries.ts";

const CHUNK = 2 ** 18;

/**
 * The unpacked bytes of a file in an archive, piece by piece; a piece is valid until the next one is asked for. They may
 * be fewer, more or others than it declares.
 */
export function entryData(file: FileHandle, entry: ArchivedFile): AsyncIterable<Buffer> {
  return entry.isDeflated ? inflated(file, entry) : packedData(file, entry);
}

async function* packedData(file: FileHandle, { start, packedBytes }: ArchivedFile): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(Math.min(CHUNK, packedBytes));
  let read = 0;
  while (read < packedBytes) {
    const { bytesRead } = await file.read(chunk, 0, Math.min(chunk.length, packedBytes - read), start + read);
    if (bytesRead === 0) throw new Error("the archive became shorter while it was read");
    read += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

/** Pieces that stay valid, for streams, which read ahead. */
async function* copies(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

async function* inflated(file: FileHandle, entry: ArchivedFile): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: CHUNK });
  // Errors end the loop over the last stream; the callback has nothing to add.
  yield* pipeline(Readable.from(copies(packedData(file, entry))), inflate, () => {});
  const unread = entry.packedBytes - inflate.bytesWritten;
  if (unread > 0) throw new Error(`its compressed data ends ${unread} bytes early`);
}

/** Puts pieces of a known total size together. */
export function joinChunks({
  chunks,
  size,
}: {
  chunks: Iterable<Uint8Array>;
  size: number;
}): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

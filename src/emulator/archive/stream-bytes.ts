/** Streams the bytes from `start` up to `end`, which is not included, as fast as they are read. */
export function streamBytes(
  chunks: readonly Uint8Array[],
  { start, end }: { start: number; end: number },
): ReadableStream<Uint8Array> {
  let [next, offset] = [0, 0];
  return new ReadableStream(
    {
      pull(controller) {
        for (let chunk = chunks[next]; chunk !== undefined && offset < end; chunk = chunks[++next]) {
          const piece = chunk.subarray(Math.max(0, start - offset), end - offset);
          offset += chunk.length;
          if (piece.length === 0) continue;
          next++;
          controller.enqueue(piece);
          return;
        }
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

/** The same answer, which tells of every piece of its body that is handed over. */
export function observe(response: Response, onBytes: (count: number) => void): Response {
  if (!response.body) return response;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
  const { status, headers } = response;
  return new Response(response.body.pipeThrough(count), { status, headers });
}

import type { CannedReply } from "./fault.ts";

const PIECE = 1 << 16;

/** Makes the answer that a fault plan holds. A body of many repetitions is made while it is read. */
export function cannedResponse({ status = 200, headers, body = "", times = 1, gzip }: CannedReply): Response {
  const isText = typeof body === "string";
  const once = new TextEncoder().encode(isText ? body : JSON.stringify(body));
  const all = new Headers({ "Content-Type": isText ? "text/plain" : "application/json", ...headers });
  if (gzip) all.set("Content-Encoding", "gzip");
  else all.set("Content-Length", String(once.length * times));
  const stream = repeat(once, times);
  return new Response(gzip ? stream.pipeThrough(new CompressionStream("gzip")) : stream, {
    status,
    headers: all,
  });
}

function repeat(bytes: Uint8Array, times: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const perPiece = Math.min(times, Math.max(1, Math.floor(PIECE / Math.max(1, bytes.length))));
  const piece = new Uint8Array(perPiece * bytes.length);
  for (let i = 0; i < perPiece; i++) piece.set(bytes, i * bytes.length);
  let left = bytes.length === 0 ? 0 : times;
  return new ReadableStream({
    pull(controller) {
      const count = Math.min(perPiece, left);
      if (count === 0) return controller.close();
      left -= count;
      controller.enqueue(piece.subarray(0, count * bytes.length));
    },
  });
}

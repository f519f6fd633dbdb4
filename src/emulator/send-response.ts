import type { ServerResponse } from "node:http";
import { sleep } from "../util/sleep.ts";
import { ConnectionLost } from "./faults/connection-lost.ts";

/** A client that finds the last bytes and the reset together may take the reset for an end in good order. */
const PAUSE_BEFORE_RESET_MS = 20;

/**
 * Sends an answer as the emulator gives it. A body that breaks off takes the connection with it, and one that says
 * `Connection: close` and no length ends where the connection does.
 */
export async function sendResponse(answer: Promise<Response>, outgoing: ServerResponse): Promise<void> {
  try {
    const { status, headers, body } = await answer;
    if (headers.get("Connection") === "close" && !headers.has("Content-Length")) {
      outgoing.removeHeader("Transfer-Encoding");
    }
    outgoing.writeHead(status, Object.fromEntries(headers));
    outgoing.flushHeaders();
    const reader = body?.getReader();
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      await write(outgoing, piece.value);
    }
    outgoing.end();
  } catch (error) {
    const { socket } = outgoing;
    if (error instanceof ConnectionLost && error.by === "close") return socket?.destroySoon();
    if (outgoing.headersSent) await sleep(PAUSE_BEFORE_RESET_MS);
    socket?.resetAndDestroy();
  }
}

/** Waits until the bytes are on their way, so that no more than a piece is in memory. */
function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    outgoing.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

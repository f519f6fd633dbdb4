import { sleep } from "../../util/sleep.ts";
import { ConnectionLost } from "./connection-lost.ts";
import type { Fault } from "./fault.ts";

/** What a body's faults depend on besides the fault. */
export interface BreakBodyContext {
  /** Whether the headers say how long the body is: one that is cut off is then known to be. */
  hasLength: boolean;
  /** Ends the waiting when the client is gone. */
  signal: AbortSignal;
}

/** The transformation that makes a fault happen to an answer's body. */
export function breakBody(
  { flipByte, trickle, stop }: Fault,
  { hasLength, signal }: BreakBodyContext,
): TransformStream<Uint8Array, Uint8Array> {
  type Controller = TransformStreamDefaultController<Uint8Array>;
  const end = stop?.afterBytes ?? Number.POSITIVE_INFINITY;
  let sent = 0;

  async function send(chunk: Uint8Array, controller: Controller): Promise<void> {
    const size = trickle?.bytes ?? chunk.length;
    for (let start = 0; start < chunk.length; start += size) {
      if (trickle && sent > 0) await sleep(trickle.everyMs, signal);
      const piece = chunk.slice(start, start + size);
      const flipped = piece[(flipByte ?? Number.NaN) - sent];
      if (flipped !== undefined) piece[(flipByte ?? 0) - sent] = flipped ^ 0xff;
      sent += piece.length;
      controller.enqueue(piece);
    }
  }

  async function stopHere(controller: Controller): Promise<void> {
    if (stop?.by === "silence") await silence(signal);
    else if (stop?.by === "close" && !hasLength) controller.terminate();
    else controller.error(new ConnectionLost(stop?.by === "close" ? "close" : "reset"));
  }

  return new TransformStream({
    async transform(chunk, controller) {
      await send(chunk.subarray(0, end - sent), controller);
      if (sent >= end) await stopHere(controller);
    },
    async flush(controller) {
      if (stop && sent < end) await stopHere(controller);
    },
  });
}

/** Waits until the client gives up. */
function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

import { sleep } from "../../util/sleep.ts";
import { breakBody } from "./break-body.ts";
import { cannedResponse } from "./canned-response.ts";
import { ConnectionLost } from "./connection-lost.ts";
import { editHeaders, editReply } from "./edit-reply.ts";
import type { Fault } from "./fault.ts";

/** What answers a request where nothing goes wrong. */
export type Handler = (request: Request, how: { expireAddress: boolean }) => Promise<Response>;

/** What {@link answerWithFault} needs to know of the server. */
export interface FaultContext {
  handle: Handler;
  now: () => number;
}

/**
 * Answers a request as a fault wants it.
 *
 * @throws ConnectionLost where the answer is the end of the connection, or the signal's reason where the client is gone.
 */
export async function answerWithFault(
  request: Request,
  fault: Fault,
  { handle, now }: FaultContext,
): Promise<Response> {
  const { reply, drop, accept, requestHeaders, expireAddress = false, delayMs } = fault;
  const seen = requestHeaders ? withHeaders(request, requestHeaders) : request;
  const isCarriedOut = accept || !(reply || drop);
  const real = isCarriedOut ? await handle(seen, { expireAddress }) : undefined;
  if (delayMs !== undefined) await sleep(delayMs, request.signal);
  const response = reply ? cannedResponse(reply) : real;
  if (drop || !response) throw new ConnectionLost("reset");
  return broken(await editReply(response, fault, now()), fault, request.signal);
}

function broken(response: Response, fault: Fault, signal: AbortSignal): Response {
  const { body, status, headers } = response;
  if (!body || !(fault.trickle || fault.stop || fault.flipByte !== undefined)) return response;
  const hasLength = headers.has("Content-Length");
  return new Response(body.pipeThrough(breakBody(fault, { hasLength, signal })), { status, headers });
}

function withHeaders({ url, method, headers, body, signal }: Request, edits: Fault["headers"]): Request {
  const init = { method, headers: editHeaders(headers, edits), body, signal, duplex: "half" };
  return new Request(url, init);
}

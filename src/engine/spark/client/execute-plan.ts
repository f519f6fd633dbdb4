import { randomUUID } from "node:crypto";
import { sleep } from "../../../util/sleep.ts";
import { untilAborted } from "../../../util/until-aborted.ts";
import type { Message } from "../protocol/messages.ts";
import { isBreak } from "./connection-failure.ts";
import { Patience } from "./patience.ts";
import { ReleaseQueue } from "./release-queue.ts";
import { RpcFailure } from "./rpc-failure.ts";
import type { CallOptions } from "./spark-options.ts";
import type { SparkSession } from "./spark-session.ts";

/** Batches come whole up to this size: what is on its way and not asked for yet is bounded by some of them. */
const CHUNK_BYTES = 2 * 2 ** 20;

/**
 * Runs a plan and gives each of the server's responses once, in order. The operation goes on where the connection
 * breaks: it is made again, and the rest is asked for. Who stops early stops the operation.
 *
 * @throws {EngineConnectionError} When the connection cannot be made again, or the server no longer has the operation.
 * @throws {QueryError} When Spark cannot run the plan.
 * @throws The signal's reason, when it aborts.
 */
export async function* executePlan(
  session: SparkSession,
  plan: Message,
  { signal: outer, query }: CallOptions,
): AsyncGenerator<Message, void, undefined> {
  const { signal, end } = session.work.begin(outer);
  const operation_id = randomUUID();
  const release = new ReleaseQueue(session, operation_id);
  const { reconnectTimeoutMs, retryDelayMs } = session.options;
  const patience = new Patience({ delayMs: retryDelayMs, limitMs: reconnectTimeoutMs });
  const stop = (): void => release.over(false);
  signal.addEventListener("abort", stop, { once: true });
  let last: string | undefined;
  let isSent = false;
  let isDone = false;
  try {
    for (;;) {
      const stream = isSent
        ? session.stream("ReattachExecute", { operation_id, last_response_id: last })
        : session.stream("ExecutePlan", { ...request(session), plan, operation_id });
      try {
        isSent = true;
        for (;;) {
          const { done, value: response } = await untilAborted(stream.next(), signal);
          if (done === true) break;
          patience.reset();
          if (response.response_id === last && last !== undefined) continue;
          last = response.response_id as string;
          if (response.result_complete !== undefined) {
            isDone = true;
            return;
          }
          release.received(response);
          yield response;
          signal.throwIfAborted();
        }
        await sleep(patience.ended(), signal);
      } catch (error) {
        if (!(error instanceof RpcFailure)) throw error;
        if (isMissing(error) && last === undefined) isSent = false;
        else if (!isBreak(error) && !error.is("INVALID_HANDLE.OPERATION_ALREADY_EXISTS")) {
          isDone = true;
          throw await untilAborted(session.errorOf(error, query), signal);
        }
        const delay = patience.failed(error.retryAfterMs ?? 0);
        if (delay === null) throw await untilAborted(session.errorOf(error, query), signal);
        await sleep(delay, signal);
      } finally {
        stream.cancel();
      }
    }
  } finally {
    signal.removeEventListener("abort", stop);
    release.over(isDone);
    end();
  }
}

/** What a request says beside its plan. */
function request(session: SparkSession): Message {
  return {
    request_options: [
      { reattach_options: { reattachable: true } },
      {
        result_chunking_options: {
          allow_arrow_batch_chunking: true,
          preferred_arrow_chunk_size: CHUNK_BYTES,
        },
      },
    ],
    tags: [`infinity-frames/${session.id}`],
  };
}

/** Whether the operation never reached the server, where there was no response yet. */
function isMissing(failure: RpcFailure): boolean {
  return failure.is("INVALID_HANDLE.OPERATION_NOT_FOUND") || failure.is("INVALID_HANDLE.SESSION_NOT_FOUND");
}

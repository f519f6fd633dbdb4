import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ApiClient } from "../api/api-client.ts";
import { ConnectionError } from "../api/errors/connection-error.ts";
import { RequestTimeoutError } from "../api/errors/request-timeout-error.ts";
import { checkResultUrl } from "./check-result-url.ts";
import type { ValidCompletedJob } from "./jobs.ts";

/** How an archive is fetched. */
export interface FetchArchiveContext {
  client: ApiClient;
  signal: AbortSignal | undefined;
}

/**
 * Streams a job's archive into a new file.
 *
 * @throws {RequestTimeoutError} When nothing arrives for as long as the client allows.
 * @throws {ConnectionError} When the connection breaks.
 */
export async function fetchArchive(
  { jobId, resultUrl }: ValidCompletedJob,
  path: string,
  { client, signal }: FetchArchiveContext,
): Promise<void> {
  const response = await client.fetchPresigned(checkResultUrl(resultUrl, client.server), signal);
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), client.timeoutMs);
  const watch = new Transform({
    transform(chunk, _encoding, done) {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), client.timeoutMs);
      done(null, chunk);
    },
  });
  const body = Readable.fromWeb(
    (response.body ?? new ReadableStream()) as Parameters<typeof Readable.fromWeb>[0],
  );
  try {
    await pipeline(body, watch, createWriteStream(path, { flags: "wx" }), {
      signal: signal === undefined ? stalled.signal : AbortSignal.any([signal, stalled.signal]),
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (stalled.signal.aborted) {
      const message = `The result of job ${jobId} stopped arriving for ${client.timeoutMs} ms`;
      throw new RequestTimeoutError(message, client.timeoutMs);
    }
    if (error instanceof Error && "syscall" in error && error.syscall !== "read") throw error;
    throw new ConnectionError(`The result of job ${jobId} broke off`, { maybeSent: true, cause: error });
  } finally {
    clearTimeout(timer);
  }
}

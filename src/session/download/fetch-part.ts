import type { FileHandle } from "node:fs/promises";
import type { ApiClient } from "../../api/api-client.ts";
import { ConnectionError } from "../../api/errors/connection-error.ts";
import { UnexpectedReplyError } from "../../api/errors/unexpected-reply-error.ts";
import type { Answer } from "../../api/transport/attempt.ts";
import { readBytes } from "../../api/transport/read-bytes.ts";
import { FileWriteError } from "../../io/file-write-error.ts";
import { untilAborted } from "../../util/until-aborted.ts";
import type { ArchivePart } from "./archive-part.ts";
import { PartWriter } from "./part-writer.ts";
import { judgeReply, rangeHeaders } from "./range-reply.ts";

/** How an archive is asked for once. */
export interface FetchPartOptions {
  client: ApiClient;
  url: URL;
  /** The number of the request, and of the attempt in it. */
  request: number;
  attempt: number;
  /** Throws where a redirect must not be followed. */
  check: (url: URL) => Promise<void>;
  /** Called when bytes have reached the disk, and when it is known how many there will be. */
  onBytes: () => void;
  signal: AbortSignal;
}

/**
 * Asks for an archive, or for the rest of it, and writes what comes.
 *
 * @returns False where the answer did not fit what is there: that is to be thrown away, and the archive asked for anew.
 * @throws {ApiError} When the status is not a success.
 * @throws {TimeoutError} When for too long no byte reaches the disk.
 * @throws {ConnectionError} When the connection breaks, or ends before all bytes are there.
 * @throws {FileWriteError} When the disk is full, or the part cannot be written for another reason.
 */
export async function fetchPart(part: ArchivePart, options: FetchPartOptions): Promise<boolean> {
  const { client, url, request, attempt, check, signal } = options;
  const headers = rangeHeaders(part);
  // Before the connection: where too many files are open, connections that nobody can use would make it worse.
  const file = await part.open();
  let isHanging = false;
  try {
    const answer = await client.fetchPresigned({ url, headers, request, attempt, check, signal });
    try {
      const reply = judgeReply(answer.response, part);
      if (reply === null && part.bytes > 0) return false;
      if (reply === null) {
        const { status } = answer.response;
        throw new UnexpectedReplyError(
          `GET ${url.origin}${url.pathname} answered ${status} in place of a file`,
        );
      }
      await part.startAt(file, reply);
      await receive(part, file, { ...options, answer });
      return true;
    } finally {
      isHanging = answer.watchdog.expired !== null;
      await answer.close();
    }
  } finally {
    // Closing waits for what is being written, which on a disk that hangs is for ever.
    const closed = file.close();
    if (isHanging) closed.catch(() => {});
    else await closed;
  }
}

async function receive(
  part: ArchivePart,
  file: FileHandle,
  { client, url, onBytes, answer }: FetchPartOptions & { answer: Answer },
): Promise<void> {
  const { response, watchdog } = answer;
  const { stallMs } = client.timeouts;
  const onWritten = (bytes: number): void => {
    part.grow(bytes);
    watchdog.arm("stall", stallMs);
    onBytes();
  };
  const writer = new PartWriter(file, { path: part.path, start: part.bytes, onWritten });
  onBytes();
  watchdog.arm("stall", stallMs);
  try {
    for await (const piece of readBytes(response.body ?? new Blob().stream(), watchdog.signal)) {
      await untilAborted(writer.add(piece), watchdog.signal);
    }
    await untilAborted(writer.end(), watchdog.signal);
  } catch (error) {
    if (error instanceof FileWriteError) throw error;
    // What came before the connection broke is worth keeping.
    if (watchdog.expired === null) await writer.end().catch(() => {});
    throw answer.failure(error);
  }
  const { bytes, size } = part;
  if (size !== null && bytes !== size) {
    if (bytes > size) await part.discard();
    const message = `GET ${url.origin}${url.pathname} ended after ${bytes} of ${size} bytes`;
    throw new ConnectionError(message, { phase: "body" });
  }
  part.end();
}

import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ApiClient } from "../api/api-client.ts";
import { readBytes } from "../api/transport/read-bytes.ts";
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
 * @throws {TimeoutError} When nothing arrives for as long as the client allows.
 * @throws {ConnectionError} When the connection breaks.
 */
export async function fetchArchive(
  { resultUrl }: ValidCompletedJob,
  path: string,
  { client, signal }: FetchArchiveContext,
): Promise<void> {
  const url = checkResultUrl(resultUrl, client.server);
  const check = async (to: URL): Promise<void> => void checkResultUrl(to.href, client.server);
  const answer = await client.fetchPresigned({ url, attempt: 1, check, signal });
  const { response, watchdog } = answer;
  const { stallMs } = client.timeouts;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    watchdog.arm("stall", stallMs);
    try {
      for await (const piece of readBytes(response.body ?? new ReadableStream(), watchdog.signal)) {
        yield piece;
        watchdog.arm("stall", stallMs);
      }
    } catch (error) {
      throw answer.failure(error);
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path, { flags: "wx" })).finally(answer.close);
}

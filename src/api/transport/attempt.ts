import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import { redact } from "../../util/redact.ts";
import { makeApiError } from "../errors/make-api-error.ts";
import { ask } from "./ask.ts";
import type { AttemptOptions } from "./attempt-options.ts";
import { errorDetail, MOST_ERROR_BYTES } from "./error-detail.ts";
import { failureOf } from "./failure-of.ts";
import { parseHttpDate } from "./parse-http-date.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import { readText } from "./read-text.ts";
import { Watchdog } from "./watchdog.ts";

/** An answer with a successful status, whose body is still to be read and which is to be closed afterwards. */
export interface Answer {
  response: Response;
  /** The attempt's clocks, with none running. */
  watchdog: Watchdog;
  /** How far the server's clock is ahead of this machine's, in milliseconds; null where it does not say. */
  clockOffsetMs: number | null;
  /** What a failure to read the body is, as an error of this package. */
  failure: (error: unknown) => unknown;
  /** Stops the clocks and gives up what was not read. */
  close: () => Promise<void>;
}

/** `Date` has whole seconds, and the answer took its time: less than this says nothing about the clocks. */
const NOISE_MS = 2000;

function clockOffset(headers: Headers): number | null {
  const date = parseHttpDate(headers.get("date") ?? "");
  if (date === null) return null;
  const offsetMs = date - Date.now();
  return Math.abs(offsetMs) < NOISE_MS ? 0 : offsetMs;
}

/** What the body of an error says; nothing where it cannot be read. */
async function detailOf(
  response: Response,
  { watchdog, headersMs }: AttemptOptions & { watchdog: Watchdog },
) {
  watchdog.arm("body", headersMs);
  const { texts } = await readText(response, { maxBytes: MOST_ERROR_BYTES, signal: watchdog.signal }).catch(
    () => ({ texts: [] }),
  );
  return errorDetail(texts.join(""), response.headers.get("content-type"));
}

/**
 * Makes one attempt, up to the start of an answer with a successful status.
 *
 * @throws {ApiError} When the status is another one.
 * @throws {UnexpectedRedirectError} When it is a redirect that must not be followed.
 * @throws {TimeoutError | ConnectionError} When no answer begins, or the signal's reason when it aborts.
 */
export async function attempt(options: AttemptOptions): Promise<Answer> {
  const { emit, number, count, method, path, signal } = options;
  signal?.throwIfAborted();
  const about = { request: number, attempt: count, method, path };
  const startMs = performance.now();
  const elapsed = (): number => performance.now() - startMs;
  const watchdog = new Watchdog(signal);
  const secrets = [...options.secrets];
  let hasAnswer = false;
  const failure = (error: unknown): unknown => {
    const { failure, reason } = failureOf(error, { ...options, secrets, watchdog, hasAnswer });
    emit({ type: "failure", ...about, reason, elapsedMs: elapsed() });
    return failure;
  };
  try {
    emit({ type: "request", ...about });
    const response = await ask(options, { watchdog, secrets });
    hasAnswer = true;
    const { status, headers, ok } = response;
    const requestId = headers.get("x-request-id") ?? headers.get("x-amz-request-id");
    emit({ type: "response", ...about, status, requestId, elapsedMs: elapsed() });
    if (!ok) {
      const detail = redact(await detailOf(response, { ...options, watchdog }), secrets);
      signal?.throwIfAborted();
      const retryAfterMs = parseRetryAfter(headers);
      const isPresigned = options.follow !== undefined;
      const answered = { status, method, path, detail, requestId, attempt: count };
      throw makeApiError({ ...answered, retryAfterMs, isPresigned });
    }
    const close = async (): Promise<void> => {
      watchdog.close();
      if (!response.body?.locked) await response.body?.cancel().catch(() => {});
    };
    return { response, watchdog, clockOffsetMs: clockOffset(headers), failure, close };
  } catch (error) {
    watchdog.close();
    if (hasAnswer || error instanceof InfinityFramesError) throw error;
    throw failure(error);
  }
}

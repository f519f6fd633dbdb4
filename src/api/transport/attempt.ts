import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import { redact } from "../../util/redact.ts";
import { untilAborted } from "../../util/until-aborted.ts";
import type { ClientEvent } from "../client-event.ts";
import { makeApiError } from "../errors/make-api-error.ts";
import { UnexpectedRedirectError } from "../errors/unexpected-redirect-error.ts";
import { errorDetail, MOST_ERROR_BYTES } from "./error-detail.ts";
import { failureOf } from "./failure-of.ts";
import { parseHttpDate } from "./parse-http-date.ts";
import { parseRetryAfter } from "./parse-retry-after.ts";
import { querySecrets } from "./query-secrets.ts";
import { readText } from "./read-text.ts";
import { Watchdog } from "./watchdog.ts";

const MOST_HOPS = 5;

/** What an attempt needs of its client. */
export interface AttemptContext {
  fetch: typeof fetch;
  emit: (event: ClientEvent) => void;
  /** What no error may show. */
  secrets: readonly string[];
  server: string;
}

/** One attempt at a request. */
export interface AttemptOptions extends AttemptContext {
  /** The request's number in the client, and the attempt's in the request. */
  number: number;
  count: number;
  method: string;
  /** How errors and events call the address. */
  path: string;
  url: string;
  init: RequestInit;
  /** Whether the request may be made again without harm. */
  isRepeatable: boolean;
  /** The time until the answer begins. */
  headersMs: number;
  /**
   * Where given, the address carries its own permission, and redirects are followed to addresses for which it does not
   * throw.
   */
  follow?: ((url: URL) => Promise<void>) | undefined;
  signal: AbortSignal | undefined;
}

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

function clockOffset(headers: Headers): number | null {
  const date = parseHttpDate(headers.get("date") ?? "");
  return date === null ? null : date - Date.now();
}

/** Where an answer redirects to; null where it does not say, undefined where it is no redirect. */
function redirectOf({ status, headers, url }: Response, asked: string): URL | null | undefined {
  if (status < 300 || status >= 400 || status === 304) return undefined;
  const location = headers.get("location");
  const base = url || asked;
  return location !== null && URL.canParse(location, base) ? new URL(location, base) : null;
}

/** Asks, and asks again where a redirect leads if redirects are to be followed; adds the secrets of the addresses. */
async function ask(
  options: AttemptOptions,
  { watchdog, secrets }: { watchdog: Watchdog; secrets: string[] },
): Promise<Response> {
  const { fetch, method, path, init, headersMs, follow, server } = options;
  let url = options.url;
  for (let hops = 0; ; hops++) {
    if (follow !== undefined) secrets.push(...querySecrets(new URL(url)));
    watchdog.arm("headers", headersMs);
    const response = await fetch(url, { redirect: "manual", ...init, method, signal: watchdog.signal });
    watchdog.disarm("headers");
    const location = redirectOf(response, url);
    if (location === undefined) return response;
    await response.body?.cancel();
    const what = `${method} ${path} answered ${response.status}, a redirect to ${location?.origin ?? "nowhere"}`;
    if (follow === undefined || location === null) {
      const origin = location?.origin ?? null;
      throw new UnexpectedRedirectError(`${what}; check the server's URL ${server}`, origin);
    }
    if (hops === MOST_HOPS)
      throw new UnexpectedRedirectError(`${what}, after ${hops} others`, location.origin);
    await untilAborted(follow(location), watchdog.signal);
    url = location.href;
  }
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

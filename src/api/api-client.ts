import { redact } from "../util/redact.ts";
import type { ApiClientOptions } from "./api-client-options.ts";
import type { ApiRequest, PresignedRequest } from "./api-request.ts";
import { checkServer } from "./check-server.ts";
import { checkToken } from "./check-token.ts";
import type { ClientEvent } from "./client-event.ts";
import { environment } from "./environment.ts";
import { UnexpectedReplyError } from "./errors/unexpected-reply-error.ts";
import { parseReply } from "./parse-reply.ts";
import { requestBody } from "./request-body.ts";
import { type Answer, attempt } from "./transport/attempt.ts";
import type { AttemptContext } from "./transport/attempt-options.ts";
import { isRetryable } from "./transport/is-retryable.ts";
import { proxyFacts, proxyWarning } from "./transport/proxy-warning.ts";
import { readText } from "./transport/read-text.ts";
import { Retrier } from "./transport/retrier.ts";
import { resolveTimeouts, type Timeouts } from "./transport/timeouts.ts";
import { totalClock } from "./transport/total-clock.ts";

/** The public server of the API. */
export const DEFAULT_SERVER = "https://api.toinfinity.ai";

function wholeNumber(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${name} must be a whole number, ${least} or more, got ${String(value)}`);
}

/**
 * Makes authenticated JSON requests to the API. It never shows its token.
 *
 * @example
 * ```ts
 * const client = new ApiClient({ server: server.url, token: server.token, retries: 2 });
 * const generators = await getAllGeneratorData(client);
 * generators.length; // 4
 * JSON.stringify(client); // '{"server":"http://127.0.0.1:…"}'
 * ```
 */
export class ApiClient {
  /** The server's URL, without a trailing slash. */
  readonly server: string;
  /** The times allowed for a request. */
  readonly timeouts: Timeouts;
  /** How often a request is made again. */
  readonly retries: number;
  /** How often a download is taken up again without progress. */
  readonly downloadRetries: number;
  /**
   * Decides about retries; all requests of the client share its budget.
   *
   * @internal
   */
  readonly retrier: Retrier;
  readonly #maxReplyBytes: number;
  readonly #token: string;
  readonly #fetch: typeof fetch;
  readonly #onEvent: ((event: ClientEvent) => void) | undefined;
  #numRequests = 0;
  #clockOffsetMs = 0;

  /**
   * @throws {TypeError} When the token or the server is empty or malformed.
   * @throws {RangeError} When a number is out of range.
   */
  constructor(options: ApiClientOptions = {}) {
    this.#token = checkToken(options.token ?? environment("INFINITY_API_TOKEN"));
    this.server = checkServer(options.server ?? environment("INFINITY_API_SERVER") ?? DEFAULT_SERVER);
    this.timeouts = resolveTimeouts(options.timeouts);
    this.retries = wholeNumber("retries", options.retries ?? 4, 0);
    this.downloadRetries = wholeNumber("downloadRetries", options.downloadRetries ?? 6, 0);
    this.#maxReplyBytes = wholeNumber("maxReplyBytes", options.maxReplyBytes ?? 64 * 2 ** 20, 1);
    this.#fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    this.#onEvent = options.onEvent;
    this.retrier = new Retrier((event) => this.emit(event));
  }

  /** How far the server's clock is ahead of this machine's, in milliseconds, by its latest answer. */
  get clockOffsetMs(): number {
    return this.#clockOffsetMs;
  }

  /** Tells the listener of something that happened. */
  emit(event: ClientEvent): void {
    if (this.#onEvent === undefined) return;
    const text = redact(JSON.stringify(event), [this.#token]);
    try {
      this.#onEvent(JSON.parse(text) as ClientEvent);
    } catch {}
  }

  /**
   * Makes one request, again where it may be, and reads its reply.
   *
   * @throws {ApiError} When the status is not a success.
   * @throws {UnexpectedReplyError} When the reply is a redirect, not JSON, or JSON of another shape.
   * @throws {TimeoutError} When the reply does not end in time.
   * @throws {ConnectionError} When the server cannot be reached or the connection breaks.
   */
  async request<T>(request: ApiRequest<T>): Promise<T> {
    const { method, path, isRepeatable = method === "GET" } = request;
    const number = this.newRequest();
    const total = totalClock({ method, path, limitMs: this.timeouts.totalMs, signal: request.signal });
    try {
      for (let count = 1; ; count++) {
        try {
          request.onAway?.(true);
          const reply = await this.#attemptRequest(request, {
            number,
            count,
            isRepeatable,
            signal: total.signal,
          });
          this.retrier.succeeded();
          return reply;
        } catch (error) {
          if (isRetryable(error, false)) request.onAway?.(false);
          const { retries } = this;
          const failed = { request: number, method, path, attempt: count, retries, isRepeatable };
          await this.retrier.pause(error, { ...failed, signal: total.signal });
        }
      }
    } finally {
      total.close();
    }
  }

  /**
   * Makes one attempt at an address that carries its own permission, such as a job's `result_url`: no token is sent.
   * Redirects are followed five times at most. The answer is the caller's to read, and to close.
   *
   * @throws {ApiError} When the status is not a success.
   * @throws {UnexpectedRedirectError} When there are too many redirects.
   * @throws {TimeoutError} When no reply begins in time.
   * @throws {ConnectionError} When the host cannot be reached.
   * @internal
   */
  async fetchPresigned({ url, headers, check, signal, ...numbers }: PresignedRequest): Promise<Answer> {
    return attempt({
      ...this.#context(),
      number: numbers.request,
      count: numbers.attempt,
      method: "GET",
      path: `${url.origin}${url.pathname}`,
      url: url.href,
      init: { headers: { ...headers, "Accept-Encoding": "identity" } },
      isRepeatable: true,
      headersMs: this.timeouts.headersMs,
      follow: check,
      signal,
    });
  }

  /** A number for a request that is about to be made; with the first one comes what the user should know. */
  newRequest(): number {
    if (this.#numRequests === 0) {
      const message = proxyWarning(this.server, proxyFacts());
      if (message !== null) this.emit({ type: "warning", message });
    }
    return ++this.#numRequests;
  }

  /** What `JSON.stringify` shows: the server, never the token. */
  toJSON(): { server: string } {
    return { server: this.server };
  }

  async #attemptRequest<T>(
    { method, path, query, body, pieces, headers, schema }: ApiRequest<T>,
    {
      signal,
      ...numbered
    }: { number: number; count: number; isRepeatable: boolean; signal: AbortSignal | undefined },
  ): Promise<T> {
    const isPost = method === "POST";
    const json = pieces ?? (body === undefined ? [] : [JSON.stringify(body)]);
    const sent = isPost ? requestBody(json) : null;
    const { bodyMs, stallMs, headersMs, postHeadersMs } = this.timeouts;
    const answer = await attempt({
      ...this.#context(),
      ...numbered,
      method,
      path,
      url: this.#url(path, query),
      init: {
        headers: {
          ...headers,
          Authorization: `Token ${this.#token}`,
          Accept: "application/json",
          ...(isPost && { "Content-Type": "application/json" }),
        },
        ...sent?.init,
      },
      headersMs: isPost ? postHeadersMs : headersMs,
      signal,
    });
    const { response, watchdog } = answer;
    this.#clockOffsetMs = answer.clockOffsetMs ?? this.#clockOffsetMs;
    const maxBytes = Math.max(this.#maxReplyBytes, 4 * (sent?.numBytes() ?? 0));
    watchdog.arm("body", bodyMs);
    watchdog.arm("stall", stallMs);
    const onPiece = (): void => watchdog.arm("stall", stallMs);
    const { texts, isWhole } = await readText(response, { maxBytes, signal: watchdog.signal, onPiece })
      .catch((error: unknown) => Promise.reject(answer.failure(error)))
      .finally(answer.close);
    const what = `${method} ${path}`;
    if (!isWhole) {
      throw new UnexpectedReplyError(
        `${what} answered more than ${maxBytes} bytes; set maxReplyBytes if that is what you expect`,
        { code: "REPLY_TOO_LARGE" },
      );
    }
    return parseReply(texts.join(""), {
      what,
      type: response.headers.get("content-type"),
      schema,
      secrets: [this.#token],
    });
  }

  #context(): AttemptContext {
    return {
      fetch: this.#fetch,
      emit: (event) => this.emit(event),
      secrets: [this.#token],
      server: this.server,
    };
  }

  #url(path: string, query: Record<string, string | undefined> = {}): string {
    const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const search = pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
    return `${this.server}/${path}${search}`;
  }
}

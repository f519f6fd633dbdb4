import type { z } from "zod";
import { redact } from "../util/redact.ts";
import { redactError } from "../util/redact-error.ts";
import { checkServer } from "./check-server.ts";
import { checkTimeout } from "./check-timeout.ts";
import { checkToken } from "./check-token.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { RequestTimeoutError } from "./errors/request-timeout-error.ts";
import { UnexpectedReplyError } from "./errors/unexpected-reply-error.ts";
import { readErrorDetail } from "./read-error-detail.ts";
import { requestBody } from "./request-body.ts";
import { wasNeverSent } from "./was-never-sent.ts";

/** The public server of the API. */
export const DEFAULT_SERVER = "https://api.toinfinity.ai";

/** Options of {@link ApiClient}. */
export interface ApiClientOptions {
  /** The user's authentication token. */
  token: string;
  /**
   * The server's URL, with or without a trailing slash; `https:`, or `http:` on loopback.
   * @default "https://api.toinfinity.ai"
   */
  server?: string | undefined;
  /**
   * The time allowed for one request, from its start to the end of the reply, in milliseconds. For the download of
   * a result it is the longest time without any byte.
   * @default 60_000
   */
  timeoutMs?: number | undefined;
  /** The function that makes requests. @default globalThis.fetch */
  fetch?: typeof fetch | undefined;
}

/** One request to the API. */
export interface ApiRequest<T> {
  method: "GET" | "POST";
  /** The path after the server, with a trailing slash. */
  path: string;
  query?: Record<string, string | undefined> | undefined;
  /** The JSON to send, as a value. */
  body?: unknown;
  /** The JSON to send, piece by piece, in place of `body`. */
  pieces?: Iterable<string> | undefined;
  /** The shape that the reply must have. */
  schema: z.ZodType<T>;
  signal?: AbortSignal | undefined;
}

const MAYBE_DONE =
  "; it may have been carried out all the same, so look at getBatchesLastNDays before you send it again";

/** Makes authenticated JSON requests to the API. It never shows its token. */
export class ApiClient {
  /** The server's URL, without a trailing slash. */
  readonly server: string;
  /** The time allowed for one request, in milliseconds. */
  readonly timeoutMs: number;
  readonly #token: string;
  readonly #fetch: typeof fetch;

  /**
   * @throws {TypeError} When the token or the server is empty or malformed.
   * @throws {RangeError} When the time-out is not positive, or longer than timers can keep (24.8 days).
   */
  constructor({ token, server = DEFAULT_SERVER, timeoutMs = 60_000, fetch }: ApiClientOptions) {
    checkTimeout(timeoutMs);
    this.#token = checkToken(token);
    this.server = checkServer(server);
    this.timeoutMs = timeoutMs;
    this.#fetch = fetch ?? ((input, init) => globalThis.fetch(input, init));
  }

  /**
   * Makes one request and reads its reply.
   *
   * @throws {ApiError} When the status is not a success.
   * @throws {UnexpectedReplyError} When the reply is a redirect, not JSON, or JSON of another shape.
   * @throws {RequestTimeoutError} When the reply does not end in time.
   * @throws {ConnectionError} When the server cannot be reached or the connection breaks.
   */
  async request<T>({ method, path, query = {}, body, pieces, schema, signal }: ApiRequest<T>): Promise<T> {
    const url = this.#url(path, query);
    const json = pieces ?? (body === undefined ? [] : [JSON.stringify(body)]);
    const timeout = AbortSignal.timeout(this.timeoutMs);
    let status: number;
    let type: string | null;
    let text: string;
    try {
      const response = await this.#fetch(url, {
        method,
        headers: {
          Authorization: `Token ${this.#token}`,
          Accept: "application/json",
          ...(method === "POST" && { "Content-Type": "application/json" }),
        },
        redirect: "manual",
        ...(method === "POST" && requestBody(json)),
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      status = response.status;
      type = response.headers.get("content-type");
      text = await response.text();
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#connectionError(error, { method, path, timedOut: timeout.aborted });
    }
    const what = `${method} ${path}`;
    if (status >= 400) {
      throw new ApiError({ status, method, path, detail: readErrorDetail({ text, type }, this.#token) });
    }
    if (status < 200 || status >= 300) {
      throw new UnexpectedReplyError(
        `${what} answered ${status}, a redirect; check the server's URL ${this.server}`,
      );
    }
    return parseReply(text, { what, type, schema });
  }

  /**
   * Fetches a URL that carries its own permission, such as a job's `result_url`: no token is sent.
   *
   * @throws {ApiError} When the status is not a success.
   * @throws {RequestTimeoutError} When no reply begins in time.
   * @throws {ConnectionError} When the host cannot be reached.
   */
  async fetchPresigned(url: URL, signal?: AbortSignal): Promise<Response> {
    const path = `${url.origin}${url.pathname}`;
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), this.timeoutMs);
    let response: Response;
    try {
      response = await this.#fetch(url.href, {
        headers: { "Accept-Encoding": "identity" },
        redirect: "manual",
        signal: signal === undefined ? timeout.signal : AbortSignal.any([signal, timeout.signal]),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw this.#connectionError(error, { method: "GET", path, timedOut: timeout.signal.aborted });
    } finally {
      clearTimeout(timer);
    }
    if (response.status === 200) return response;
    const type = response.headers.get("content-type");
    const detail = readErrorDetail({ text: await response.text().catch(() => ""), type }, this.#token);
    throw new ApiError({ status: response.status, method: "GET", path, detail });
  }

  /** What `JSON.stringify` shows: the server, never the token. */
  toJSON(): { server: string } {
    return { server: this.server };
  }

  #url(path: string, query: Record<string, string | undefined>): string {
    const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
    const search = pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
    return `${this.server}/${path}${search}`;
  }

  #connectionError(
    error: unknown,
    { method, path, timedOut }: { method: string; path: string; timedOut: boolean },
  ): RequestTimeoutError | ConnectionError {
    const what = `${method} ${path}`;
    const ending = method === "POST" ? MAYBE_DONE : "";
    if (timedOut) {
      const message = `${what} was not answered within ${this.timeoutMs} ms${ending}`;
      return new RequestTimeoutError(message, this.timeoutMs);
    }
    const cause = redactError(error, this.#token);
    const reason = cause.cause instanceof Error ? cause.cause.message : cause.message;
    if (wasNeverSent(error)) {
      return new ConnectionError(`${what} did not reach ${this.server}: ${reason}`, {
        maybeSent: false,
        cause,
      });
    }
    return new ConnectionError(`${what} broke off: ${redact(reason, this.#token)}${ending}`, {
      maybeSent: true,
      cause,
    });
  }
}

function parseReply<T>(
  text: string,
  { what, type, schema }: { what: string; type: string | null; schema: z.ZodType<T> },
): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnexpectedReplyError(`${what} answered ${type ?? "no content type"}, JSON was expected`);
  }
  const reply = schema.safeParse(json);
  if (reply.success) return reply.data;
  const issues = reply.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new UnexpectedReplyError(`${what} answered JSON of another shape: ${issues.join("; ")}`);
}

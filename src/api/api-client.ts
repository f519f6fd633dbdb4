import type { z } from "zod";
import { redact } from "../util/redact.ts";
import { checkServer } from "./check-server.ts";
import { checkToken } from "./check-token.ts";
import { ApiError } from "./errors/api-error.ts";
import { ConnectionError } from "./errors/connection-error.ts";
import { RequestTimeoutError } from "./errors/request-timeout-error.ts";
import { UnexpectedReplyError } from "./errors/unexpected-reply-error.ts";
import { readErrorDetail } from "./read-error-detail.ts";

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
   * The time allowed for one request, from its start to the end of the reply, in milliseconds.
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
  body?: unknown;
  /** The shape that the reply must have. */
  schema: z.ZodType<T>;
  signal?: AbortSignal | undefined;
}

/** Makes authenticated JSON requests to the API. It never shows its token. */
export class ApiClient {
  /** The server's URL, without a trailing slash. */
  readonly server: string;
  readonly #token: string;
  readonly #timeoutMs: number;
  readonly #fetch: typeof fetch;

  /** @throws {TypeError} When the token or the server is empty or malformed. */
  constructor({ token, server = DEFAULT_SERVER, timeoutMs = 60_000, fetch }: ApiClientOptions) {
    if (!(timeoutMs > 0)) throw new RangeError(`timeoutMs must be positive, got ${timeoutMs}`);
    this.#token = checkToken(token);
    this.server = checkServer(server);
    this.#timeoutMs = timeoutMs;
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
  async request<T>({ method, path, query = {}, body, schema, signal }: ApiRequest<T>): Promise<T> {
    const what = `${method} ${path}`;
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      const response = await this.#fetch(this.#url(path, query), {
        method,
        headers: {
          Authorization: `Token ${this.#token}`,
          Accept: "application/json",
          ...(method === "POST" && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: "manual",
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      return await this.#read(response, { method, path, schema });
    } catch (error) {
      signal?.throwIfAborted();
      if (timeout.aborted) throw new RequestTimeoutError(what, this.#timeoutMs, { cause: error });
      if (error instanceof ApiError || error instanceof UnexpectedReplyError) throw error;
      throw new ConnectionError(`${what} did not reach ${this.server}: ${this.#describe(error)}`, {
        cause: error,
      });
    }
  }

  /**
   * Fetches a URL that carries its own permission, such as a job's `result_url`: no token is sent.
   *
   * @throws {ApiError} When the status is not a success.
   * @throws {ConnectionError} When the host cannot be reached.
   */
  async fetchPresigned(url: URL, signal?: AbortSignal): Promise<Response> {
    const where = `${url.origin}${url.pathname}`;
    let response: Response;
    try {
      response = await this.#fetch(url.href, {
        headers: { "Accept-Encoding": "identity" },
        redirect: "manual",
        ...(signal && { signal }),
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw new ConnectionError(`GET ${where} failed: ${this.#describe(error)}`, { cause: error });
    }
    if (response.status === 200) return response;
    const detail = await readErrorDetail(response, this.#token);
    throw new ApiError({ status: response.status, method: "GET", path: where, detail });
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

  async #read<T>(
    response: Response,
    { method, path, schema }: Pick<ApiRequest<T>, "method" | "path" | "schema">,
  ): Promise<T> {
    const { status } = response;
    if (status >= 400) {
      throw new ApiError({ status, method, path, detail: await readErrorDetail(response, this.#token) });
    }
    if (status < 200 || status >= 300) {
      await response.body?.cancel();
      throw new UnexpectedReplyError(
        `${method} ${path} answered ${status}, a redirect; check the server's URL ${this.server}`,
      );
    }
    const text = await response.text();
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      const type = response.headers.get("content-type") ?? "no content type";
      throw new UnexpectedReplyError(`${method} ${path} answered ${type}, JSON was expected`, {
        cause: error,
      });
    }
    const reply = schema.safeParse(json);
    if (reply.success) return reply.data;
    const issues = reply.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new UnexpectedReplyError(`${method} ${path} answered JSON of another shape: ${issues.join("; ")}`);
  }

  #describe(error: unknown): string {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return redact(cause instanceof Error ? cause.message : String(cause), this.#token);
  }
}

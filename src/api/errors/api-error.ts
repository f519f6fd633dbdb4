import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** Where an {@link ApiError} comes from. */
export interface ApiErrorDetails {
  status: number;
  method: string;
  path: string;
  /** What the server said, shortened and without secrets. */
  detail: string;
  /** The server's own id of the request, if it gave one. @default null */
  requestId?: string | null | undefined;
  /** Which attempt this was, from 1. @default 1 */
  attempt?: number | undefined;
  /** How long the server asks to wait before the next attempt, in milliseconds. @default null */
  retryAfterMs?: number | null | undefined;
  /** Whether the address carries its own permission, so that no token was sent. @default false */
  isPresigned?: boolean | undefined;
}

const MEANING: Record<number, string> = {
  400: "the request was refused",
  401: "the token is not valid",
  403: "the token may not do this",
  404: "there is no such thing for this token",
  413: "the request is too large; split the jobs into several batches",
  429: "too many requests",
};

/** Where no token was sent, none is to blame. */
const MEANING_OF_ADDRESS: Record<number, string> = {
  401: "the address is not valid, or not any more",
  403: "the address is not valid, or not any more",
  404: "there is no such file",
};

function messageOf(details: ApiErrorDetails): string {
  const { status, method, path, detail, attempt = 1, retryAfterMs, isPresigned = false } = details;
  const known = isPresigned ? { ...MEANING, ...MEANING_OF_ADDRESS } : MEANING;
  const meaning = known[status] ?? (status < 500 ? "the request was refused" : "the server failed");
  const said = detail === "" ? "" : `: ${detail}`;
  const later = typeof retryAfterMs === "number" ? `; try again in ${Math.ceil(retryAfterMs / 1000)} s` : "";
  const tried = attempt > 1 ? ` (attempt ${attempt})` : "";
  return `${method} ${path} answered ${status}, ${meaning}${said}${later}${tried}`;
}

/**
 * The API answered with a status that is not a success. Each kind of status has a subclass of its own.
 *
 * @example
 * A status without a class of its own, such as that of a request that is too large:
 * ```ts
 * server.setFaults([{ path: "/api/batch/estimate/", fault: { reply: { status: 413 } } }]);
 * try {
 *   await session.estimateSamples([{ scene: "GYM_1" }]);
 * } catch (error) {
 *   if (!(error instanceof ApiError)) throw error;
 *   [error.code, error.status, error.path]; // ["API_413", 413, "api/batch/estimate/"]
 *   error.message; // "POST api/batch/estimate/ answered 413, the request is too large; split the jobs into …"
 * }
 * ```
 */
export class ApiError extends InfinityFramesError {
  override name = "ApiError";
  /** The HTTP status, e.g. 404. */
  readonly status: number;
  /** The HTTP method of the request. */
  readonly method: string;
  /** The path of the request, without the server. */
  readonly path: string;
  /** What the server said. */
  readonly detail: string;
  /** The server's own id of the request, to be named when asking its operators; null where it gave none. */
  readonly requestId: string | null;
  /** Which attempt this was, from 1. */
  readonly attempt: number;
  /** How long the server asks to wait before the next attempt, in milliseconds; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(details: ApiErrorDetails, options?: ErrorOptions) {
    super(`API_${details.status}`, messageOf(details), options);
    this.status = details.status;
    this.method = details.method;
    this.path = details.path;
    this.detail = details.detail;
    this.requestId = details.requestId ?? null;
    this.attempt = details.attempt ?? 1;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

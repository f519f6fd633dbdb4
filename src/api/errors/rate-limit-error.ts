import { ApiError } from "./api-error.ts";

/**
 * There were too many requests (status 429). `retryAfterMs` says when to come back, where the server does.
 *
 * @example
 * Requests are made again by themselves, after the time that the server asks for, up to two minutes:
 * ```ts
 * const reply = { status: 429, headers: { "Retry-After": "600" } };
 * server.setFaults([{ path: "/api/jobs/", fault: { reply } }]);
 * try {
 *   await getAllGeneratorData(new ApiClient({ server: server.url, token: server.token }));
 * } catch (error) {
 *   if (!(error instanceof RateLimitError)) throw error;
 *   error.retryAfterMs; // 600000
 * }
 * ```
 */
export class RateLimitError extends ApiError {
  override name = "RateLimitError";
}

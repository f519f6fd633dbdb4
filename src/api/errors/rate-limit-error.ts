import { ApiError } from "./api-error.ts";

/** There were too many requests (status 429). `retryAfterMs` says when to come back, where the server does. */
export class RateLimitError extends ApiError {
  override name = "RateLimitError";
}

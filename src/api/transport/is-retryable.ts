import { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { isCertificateFault } from "./cause-codes.ts";

const STATUSES: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Whether a failed attempt may be made again.
 *
 * @param isRepeatable Whether the request may be carried out twice. Where it must not, it is made again only if it
 * surely was not carried out: no connection was made, or there were too many requests.
 */
export function isRetryable(error: unknown, isRepeatable: boolean): boolean {
  if (error instanceof ApiError) return isRepeatable ? STATUSES.has(error.status) : error.status === 429;
  if (error instanceof ConnectionError) {
    return (isRepeatable || error.phase === "connect") && !isCertificateFault(error);
  }
  return isRepeatable && error instanceof TimeoutError && error.clock !== "total";
}

import { ApiError } from "./api-error.ts";

/**
 * The token may not do what was asked (status 403).
 *
 * @example
 * ```ts
 * server.setFaults([{ path: "/api/job_runs/counts/", fault: { reply: { status: 403 } } }]);
 * await session.getUsageStatsLastNDays(7); // throws PermissionError: GET api/job_runs/counts/ answered 403, …
 * ```
 */
export class PermissionError extends ApiError {
  override name = "PermissionError";
}

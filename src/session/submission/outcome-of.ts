import { ApiError } from "../../api/errors/api-error.ts";
import { ConnectionError } from "../../api/errors/connection-error.ts";
import { UnexpectedRedirectError } from "../../api/errors/unexpected-redirect-error.ts";

/**
 * Statuses with which a server surely did not take a batch. Not among them: 408 and 409, which may tell of a submission
 * that is being carried out, and all that say nothing about it, 5xx above all.
 */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 402, 403, 404, 405, 413, 415, 422, 429]);

/** What a submission's error tells: that it surely was not carried out, or that nobody knows. */
export function outcomeOf(error: unknown): "refused" | "unknown" {
  if (error instanceof UnexpectedRedirectError) return "refused";
  if (error instanceof ApiError) return REFUSALS.has(error.status) ? "refused" : "unknown";
  return error instanceof ConnectionError && error.phase === "connect" ? "refused" : "unknown";
}

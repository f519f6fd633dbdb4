import { ApiError } from "./api-error.ts";

/**
 * There is no such thing for this token (status 404).
 *
 * @example
 * An id is mistyped, or belongs to another token:
 * ```ts
 * await session.batchFromApi("none"); // throws NotFoundError: GET api/batch/none/ answered 404, …
 * ```
 */
export class NotFoundError extends ApiError {
  override name = "NotFoundError";
}

import { ApiError } from "./api-error.ts";

/**
 * There is no such thing for this token (status 404).
 *
 * @example
 * What another token made is not found, either:
 * ```ts
 * await session.batchFromApi("none"); // throws NotFoundError: GET api/batch/none/ answered 404, there is no such thing for this token…
 * ```
 */
export class NotFoundError extends ApiError {
  override name = "NotFoundError";
}

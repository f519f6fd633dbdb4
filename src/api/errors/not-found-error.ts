import { ApiError } from "./api-error.ts";

/** There is no such thing for this token (status 404). */
export class NotFoundError extends ApiError {
  override name = "NotFoundError";
}

import { ApiError } from "./api-error.ts";

/** The token may not do what was asked (status 403). */
export class PermissionError extends ApiError {
  override name = "PermissionError";
}

import { ApiError } from "./api-error.ts";

/** The API does not accept the token (status 401). */
export class AuthenticationError extends ApiError {
  override name = "AuthenticationError";
}

import { ApiError } from "./api-error.ts";

/**
 * The API does not accept the token (status 401).
 *
 * @example
 * Check the token, and that the server is the one that it is for:
 * ```ts
 * const client = new ApiClient({ server: server.url, token: "mistyped" });
 * await getAllGeneratorData(client); // throws AuthenticationError: GET api/jobs/ answered 401, …
 * ```
 */
export class AuthenticationError extends ApiError {
  override name = "AuthenticationError";
}

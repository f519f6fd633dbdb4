import { ApiError } from "./api-error.ts";

/** The server failed (status 500 and above). */
export class ServerError extends ApiError {
  override name = "ServerError";
}

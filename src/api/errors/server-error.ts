import { ApiError } from "./api-error.ts";

/**
 * The server failed (status 500 and above).
 *
 * @example
 * It comes where the server went on failing, four times again unless `retries` says otherwise:
 * ```ts
 * server.setFaults([{ path: "/api/jobs/", fault: { reply: { status: 503 } } }]);
 * const client = new ApiClient({ server: server.url, token: server.token, retries: 0 });
 * await getAllGeneratorData(client); // throws ServerError: GET api/jobs/ answered 503, the server failed
 * ```
 */
export class ServerError extends ApiError {
  override name = "ServerError";
}

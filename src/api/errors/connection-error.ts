import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * How far a request came: `connect`, no connection was made and nothing was sent; `sent`, it may have been carried out,
 * no answer came; `body`, the answer began and broke off.
 */
export type ConnectionPhase = "connect" | "sent" | "body";

/**
 * The server could not be reached, or the connection broke before the whole reply was there.
 *
 * @example
 * ```ts
 * server.setFaults([{ path: "/api/jobs/", fault: { drop: true } }]);
 * const client = new ApiClient({ server: server.url, token: server.token, retries: 0 });
 * try {
 *   await getAllGeneratorData(client);
 * } catch (error) {
 *   if (!(error instanceof ConnectionError)) throw error;
 *   error.phase; // "sent"
 * }
 * ```
 */
export class ConnectionError extends InfinityFramesError {
  override name = "ConnectionError";
  /** How far the request came. */
  readonly phase: ConnectionPhase;

  constructor(message: string, { phase, ...options }: ErrorOptions & { phase: ConnectionPhase }) {
    super("CONNECTION", message, options);
    this.phase = phase;
  }
}

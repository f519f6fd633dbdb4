import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * A session could not be opened: the token is not valid, the generator is unknown, or the API does not answer.
 *
 * @example
 * ```ts
 * const login = { server: server.url, token: server.token };
 * try {
 *   await Session.connect({ ...login, generator: "visionfit-v0.3" });
 * } catch (error) {
 *   if (!(error instanceof SessionInitializationError)) throw error;
 *   error.message; // '… has no generator "visionfit-v0.3" (did you mean "visionfit-v0.3.1"?); …'
 *   error.cause; // NotFoundError: …
 * }
 * ```
 */
export class SessionInitializationError extends InfinityFramesError {
  override name = "SessionInitializationError";

  constructor(message: string, options?: ErrorOptions) {
    super("SESSION_INITIALIZATION", message, options);
  }
}

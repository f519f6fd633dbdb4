import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** A session could not be opened: the token is not valid, the generator is unknown, or the API does not answer. */
export class SessionInitializationError extends InfinityFramesError {
  override name = "SessionInitializationError";

  constructor(message: string, options?: ErrorOptions) {
    super("SESSION_INITIALIZATION", message, options);
  }
}

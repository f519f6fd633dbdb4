import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server could not be reached, or the connection broke before the whole reply was there. */
export class ConnectionError extends InfinityFramesError {
  override name = "ConnectionError";

  constructor(message: string, options?: ErrorOptions) {
    super("CONNECTION", message, options);
  }
}

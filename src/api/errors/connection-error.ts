import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server could not be reached, or the connection broke before the whole reply was there. */
export class ConnectionError extends InfinityFramesError {
  override name = "ConnectionError";
  /** Whether the request may have arrived, and been carried out, although its reply was lost. */
  readonly maybeSent: boolean;

  constructor(message: string, { maybeSent, ...options }: ErrorOptions & { maybeSent: boolean }) {
    super("CONNECTION", message, options);
    this.maybeSent = maybeSent;
  }
}

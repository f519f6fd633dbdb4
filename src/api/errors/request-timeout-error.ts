import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server did not answer in full within the time allowed. */
export class RequestTimeoutError extends InfinityFramesError {
  override name = "RequestTimeoutError";
  /** The time allowed, in milliseconds. */
  readonly timeoutMs: number;

  constructor(what: string, timeoutMs: number, options?: ErrorOptions) {
    super("REQUEST_TIMEOUT", `${what} was not answered within ${timeoutMs} ms`, options);
    this.timeoutMs = timeoutMs;
  }
}

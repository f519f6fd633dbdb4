import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server did not answer in full within the time allowed. */
export class RequestTimeoutError extends InfinityFramesError {
  override name = "RequestTimeoutError";
  /** The time allowed, in milliseconds. */
  readonly timeoutMs: number;

  constructor(message: string, timeoutMs: number) {
    super("REQUEST_TIMEOUT", message);
    this.timeoutMs = timeoutMs;
  }
}

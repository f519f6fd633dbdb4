import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server answered with a success that this client cannot read: a redirect, a page, or JSON of another shape. */
export class UnexpectedReplyError extends InfinityFramesError {
  override name = "UnexpectedReplyError";

  constructor(message: string, options?: ErrorOptions) {
    super("UNEXPECTED_REPLY", message, options);
  }
}

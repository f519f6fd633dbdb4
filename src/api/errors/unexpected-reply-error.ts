import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server answered with a success that this client cannot read. Its subclasses say why. */
export class UnexpectedReplyError extends InfinityFramesError {
  override name = "UnexpectedReplyError";

  constructor(
    message: string,
    { code = "UNEXPECTED_REPLY", ...options }: ErrorOptions & { code?: string } = {},
  ) {
    super(code, message, options);
  }
}

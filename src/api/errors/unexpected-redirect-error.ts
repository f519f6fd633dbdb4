import { UnexpectedReplyError } from "./unexpected-reply-error.ts";

/** The server answered with a redirect. It was not followed: it might lead elsewhere with the token, or lose the body. */
export class UnexpectedRedirectError extends UnexpectedReplyError {
  override name = "UnexpectedRedirectError";
  /** Where it leads to: the origin alone, or null where it does not say. */
  readonly locationOrigin: string | null;

  constructor(message: string, locationOrigin: string | null) {
    super(message, { code: "UNEXPECTED_REDIRECT" });
    this.locationOrigin = locationOrigin;
  }
}

import { UnexpectedReplyError } from "./unexpected-reply-error.ts";

/** The server answered with something that is not JSON, such as the page of a proxy. */
export class UnexpectedContentTypeError extends UnexpectedReplyError {
  override name = "UnexpectedContentTypeError";
  /** What it said it was. */
  readonly contentType: string | null;

  constructor(message: string, contentType: string | null) {
    super(message, { code: "UNEXPECTED_CONTENT_TYPE" });
    this.contentType = contentType;
  }
}

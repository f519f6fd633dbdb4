import { UnexpectedReplyError } from "./unexpected-reply-error.ts";

/**
 * The server answered with something that is not JSON, such as the page of a proxy.
 *
 * @example
 * ```ts
 * const reply = { headers: { "Content-Type": "text/html" }, body: "<h1>Log in to this network</h1>" };
 * server.setFaults([{ path: "/api/jobs/", fault: { reply } }]);
 * try {
 *   await getAllGeneratorData(new ApiClient({ server: server.url, token: server.token }));
 * } catch (error) {
 *   if (!(error instanceof UnexpectedContentTypeError)) throw error;
 *   error.contentType; // "text/html"
 * }
 * ```
 */
export class UnexpectedContentTypeError extends UnexpectedReplyError {
  override name = "UnexpectedContentTypeError";
  /** What it said it was. */
  readonly contentType: string | null;

  constructor(message: string, contentType: string | null) {
    super(message, { code: "UNEXPECTED_CONTENT_TYPE" });
    this.contentType = contentType;
  }
}

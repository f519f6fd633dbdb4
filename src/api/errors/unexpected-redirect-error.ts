import { UnexpectedReplyError } from "./unexpected-reply-error.ts";

/**
 * The server answered with a redirect. It was not followed: it might lead elsewhere with the token, or lose the body.
 *
 * @example
 * ```ts
 * const reply = { status: 302, headers: { Location: "https://login.example/?next=api" } };
 * server.setFaults([{ path: "/api/jobs/", fault: { reply } }]);
 * try {
 *   await getAllGeneratorData(new ApiClient({ server: server.url, token: server.token }));
 * } catch (error) {
 *   if (!(error instanceof UnexpectedRedirectError)) throw error;
 *   error.locationOrigin; // "https://login.example"
 * }
 * ```
 */
export class UnexpectedRedirectError extends UnexpectedReplyError {
  override name = "UnexpectedRedirectError";
  /** Where it leads to: the origin alone, or null where it does not say. */
  readonly locationOrigin: string | null;

  constructor(message: string, locationOrigin: string | null) {
    super(message, { code: "UNEXPECTED_REDIRECT" });
    this.locationOrigin = locationOrigin;
  }
}

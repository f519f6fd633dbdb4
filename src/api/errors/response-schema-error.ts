import { UnexpectedReplyError } from "./unexpected-reply-error.ts";

/** A place where a reply is not what it must be. */
export interface ReplyIssue {
  /** Names and positions with dots between them; empty for the reply as a whole. */
  path: string;
  message: string;
}

/**
 * The server answered with JSON of another shape, or with JSON that is broken.
 *
 * @example
 * ```ts
 * server.setFaults([{ path: "/api/jobs/", fault: { json: [{ path: "*.version", omit: true }] } }]);
 * try {
 *   await getAllGeneratorData(new ApiClient({ server: server.url, token: server.token }));
 * } catch (error) {
 *   if (!(error instanceof ResponseSchemaError)) throw error;
 *   error.issues[0]; // { path: "0.version", message: "…" }
 * }
 * ```
 */
export class ResponseSchemaError extends UnexpectedReplyError {
  override name = "ResponseSchemaError";
  /** What is wrong with the reply. */
  readonly issues: readonly ReplyIssue[];

  constructor(what: string, issues: readonly ReplyIssue[]) {
    const shown = issues
      .slice(0, 5)
      .map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
    const more = issues.length > shown.length ? ` and ${issues.length - shown.length} more` : "";
    super(`${what} answered JSON of another shape: ${shown.join("; ")}${more}`, { code: "RESPONSE_SCHEMA" });
    this.issues = issues;
  }
}

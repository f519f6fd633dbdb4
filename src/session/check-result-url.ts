import { isLoopback } from "../api/check-server.ts";
import { UnexpectedReplyError } from "../api/errors/unexpected-reply-error.ts";

/**
 * Checks the address of a result: `https:`, or the API's own origin where that is on loopback.
 *
 * @throws {UnexpectedReplyError} When a request to it could reach something else than a result.
 */
export function checkResultUrl(resultUrl: string, server: string): URL {
  if (!URL.canParse(resultUrl)) throw new UnexpectedReplyError("The result URL is not a URL");
  const url = new URL(resultUrl);
  const own = url.origin === new URL(server).origin && isLoopback(url);
  if (url.username !== "" || url.password !== "")
    throw new UnexpectedReplyError("The result URL must not hold credentials");
  if (!own && (url.protocol !== "https:" || isLoopback(url))) {
    throw new UnexpectedReplyError(`The result URL must use https, got ${url.origin}`);
  }
  return url;
}

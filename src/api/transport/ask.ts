import { untilAborted } from "../../util/until-aborted.ts";
import { UnexpectedRedirectError } from "../errors/unexpected-redirect-error.ts";
import type { AttemptOptions } from "./attempt-options.ts";
import { querySecrets } from "./query-secrets.ts";
import type { Watchdog } from "./watchdog.ts";

const MOST_HOPS = 5;

/** Where an answer redirects to; null where it does not say, undefined where it is no redirect. */
function redirectOf({ status, headers, url }: Response, asked: string): URL | null | undefined {
  if (status < 300 || status >= 400 || status === 304) return undefined;
  const location = headers.get("location");
  const base = url || asked;
  return location !== null && URL.canParse(location, base) ? new URL(location, base) : null;
}

/** Asks, and asks again where a redirect leads if redirects are to be followed; adds the secrets of the addresses. */
export async function ask(
  options: AttemptOptions,
  { watchdog, secrets }: { watchdog: Watchdog; secrets: string[] },
): Promise<Response> {
  const { fetch, method, path, init, headersMs, follow, server } = options;
  let url = options.url;
  for (let hops = 0; ; hops++) {
    if (follow !== undefined) secrets.push(...querySecrets(new URL(url)));
    watchdog.arm("headers", headersMs);
    const response = await fetch(url, { redirect: "manual", ...init, method, signal: watchdog.signal });
    watchdog.disarm("headers");
    const location = redirectOf(response, url);
    if (location === undefined) return response;
    await response.body?.cancel();
    const what = `${method} ${path} answered ${response.status}, a redirect to ${location?.origin ?? "nowhere"}`;
    if (follow === undefined || location === null) {
      const origin = location?.origin ?? null;
      throw new UnexpectedRedirectError(`${what}; check the server's URL ${server}`, origin);
    }
    if (hops === MOST_HOPS)
      throw new UnexpectedRedirectError(`${what}, after ${hops} others`, location.origin);
    await untilAborted(follow(location), watchdog.signal);
    url = location.href;
  }
}

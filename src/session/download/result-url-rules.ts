import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { isLoopback } from "../../api/check-server.ts";
import { UnexpectedReplyError } from "../../api/errors/unexpected-reply-error.ts";
import { isPublicAddress } from "./public-addresses.ts";

/** What addresses of results may be. */
export interface ResultUrlOptions {
  /** The API's own server. */
  server: string;
  /** The only hosts that results may come from, their subdomains included, wherever these are. @default any public host */
  resultHosts?: readonly string[] | undefined;
}

/** A host as names are compared: no brackets, no dot at its end. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}

/**
 * Decides which addresses a result may be fetched from: a server that was taken over, or that somebody plays, must not
 * make this machine ask its own network.
 */
export class ResultUrlRules {
  readonly #server: URL;
  readonly #hosts: readonly string[] | null;
  readonly #checks = new Map<string, Promise<void>>();

  constructor({ server, resultHosts }: ResultUrlOptions) {
    this.#server = new URL(server);
    this.#hosts = resultHosts?.map(plainHost) ?? null;
  }

  /**
   * Checks an address: `https:`, or `http:` where the API is on loopback, too; the API's own origin or host, one that is
   * listed, or else a public one. Names are looked up once in a download. Whoever answers for a name may answer
   * otherwise when it is connected to, so this is no wall against one who plans for it.
   *
   * @throws {UnexpectedReplyError} When a request to it could reach something else than a result.
   */
  async check(address: string | URL): Promise<URL> {
    if (!URL.canParse(address)) throw refused("it is not a URL");
    const url = new URL(address);
    if (url.username !== "" || url.password !== "") throw refused("it must not hold credentials");
    if (url.origin === this.#server.origin && isLoopback(url)) return url;
    const isTest = url.protocol === "http:" && isLoopback(this.#server) && isLoopback(url);
    if (url.protocol !== "https:" && !isTest)
      throw refused(`it must use https, got ${url.protocol}//${url.host}`);
    const host = plainHost(url.hostname);
    if (host === plainHost(this.#server.hostname) && !isLoopback(url)) return url;
    if (this.#hosts === null) await this.#checkHost(host);
    else if (!this.#hosts.some((listed) => host === listed || host.endsWith(`.${listed}`))) {
      throw refused(`${host} is not among resultHosts, ${this.#hosts.join(", ")}`);
    }
    return url;
  }

  #checkHost(host: string): Promise<void> {
    const known = this.#checks.get(host);
    if (known !== undefined) return known;
    const check = checkHost(host);
    this.#checks.set(host, check);
    return check;
  }
}

async function checkHost(host: string): Promise<void> {
  const isLocal = host === "localhost" || host.endsWith(".localhost");
  if (isLocal || (isIP(host) !== 0 && !isPublicAddress(host))) throw refused(`${host} is not a public host`);
  // A name that cannot be looked up here is left to fetch: a proxy may know it.
  const found = isIP(host) === 0 ? await lookup(host, { all: true }).catch(() => []) : [];
  const inside = found.find(({ address }) => !isPublicAddress(address));
  if (inside !== undefined) {
    throw refused(`${host} is at ${inside.address}, not public; list the host in resultHosts if it is right`);
  }
}

function refused(reason: string): UnexpectedReplyError {
  return new UnexpectedReplyError(`Cannot fetch from the result's URL: ${reason}`, { code: "RESULT_URL" });
}

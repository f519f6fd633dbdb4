const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL points at this machine. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

/**
 * Checks a server URL, given with or without a trailing slash.
 *
 * @returns The URL without a trailing slash.
 * @throws {TypeError} When it is empty, not a URL, or sends the token in the clear: `http:` is for loopback only.
 */
export function checkServer(server: string): string {
  if (server === "") throw new TypeError("The server must not be empty");
  let url: URL;
  try {
    url = new URL(server);
  } catch {
    throw new TypeError(`The server must be a URL such as https://api.example.com, got "${server}"`);
  }
  if (url.username !== "" || url.password !== "")
    throw new TypeError("The server URL must not hold credentials");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url))) {
    throw new TypeError(`The server must begin with https:// (http:// on loopback only), got "${server}"`);
  }
  if (url.search !== "" || url.hash !== "")
    throw new TypeError("The server URL must not hold a query or a fragment");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

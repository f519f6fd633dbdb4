/**
 * Checks a token before it reaches a header: runtimes print headers that they refuse.
 *
 * @returns The token without surrounding white space.
 * @throws {TypeError} When it is empty or holds white space or characters outside ASCII. The token is not shown.
 */
export function checkToken(token: string | undefined): string {
  if (token === undefined) throw new TypeError("There is no token: pass one, or set INFINITY_API_TOKEN");
  const trimmed = typeof token === "string" ? token.trim() : "";
  if (trimmed === "") throw new TypeError("The token must be a non-empty string");
  if (!/^[\x21-\x7e]+$/.test(trimmed)) {
    throw new TypeError("The token must hold visible ASCII characters only, without white space");
  }
  return trimmed;
}

const NOT_CONNECTED: ReadonlySet<string> = new Set([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"],
]);

const CERTIFICATE: ReadonlySet<string> = new Set([
  ...["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID", "CERT_REVOKED", "CERT_UNTRUSTED", "CERT_REJECTED"],
  ...["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  ...["UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "ERR_TLS_CERT_ALTNAME_INVALID"],
  ...["HOSTNAME_MISMATCH", "EPROTO", "ERR_SSL_WRONG_VERSION_NUMBER"],
]);

function* chainOf(error: unknown): Iterable<Error> {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; cause = cause.cause, depth++) {
    yield cause;
  }
}

function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  return [...chainOf(error)].some((cause) => codes.has(String((cause as NodeJS.ErrnoException).code)));
}

/** Whether a connection that was there broke: a network that goes away is told by the same codes as one that never was. */
function wasConnected(error: unknown): boolean {
  return [...chainOf(error)].some(({ syscall }: NodeJS.ErrnoException) => {
    return syscall === "read" || syscall === "write";
  });
}

/** Whether the other side's certificate or TLS was not acceptable, which no second attempt will change. */
export function isCertificateFault(error: unknown): boolean {
  // Deno gives no codes, only words.
  return (
    hasCode(error, CERTIFICATE) ||
    [...chainOf(error)].some(({ message }) => /invalid peer certificate/.test(message))
  );
}

/** Whether a failed `fetch` surely sent nothing: no connection was made. */
export function wasNeverSent(error: unknown): boolean {
  if (wasConnected(error)) return false;
  return (
    hasCode(error, NOT_CONNECTED) ||
    isCertificateFault(error) ||
    [...chainOf(error)].some(({ message }) => message.includes("client error (Connect)"))
  );
}

/** The most telling words of a failed `fetch`: those of its deepest cause. "fetch failed" alone says nothing. */
export function reasonOf(error: unknown): string {
  const said = [...chainOf(error)].map(
    (cause) => cause.message || String((cause as NodeJS.ErrnoException).code ?? ""),
  );
  const reason = said.filter((text) => text !== "").at(-1) ?? String(error);
  return /wrong version number/i.test(reason) ? "it does not speak TLS; is its URL http://?" : reason;
}

import { expect, it } from "vitest";
import { wasNeverSent } from "../../../src/api/transport/cause-codes.ts";

function failedFetch(code: string, syscall?: string): TypeError {
  const cause = Object.assign(new Error(`${syscall ?? "getaddrinfo"} ${code}`), { code, syscall });
  return new TypeError("fetch failed", { cause });
}

it.each(["EHOSTUNREACH", "ENETUNREACH"])(
  "%s before there is a connection means that nothing was sent, and on one that broke it does not",
  (code) => {
    expect(wasNeverSent(failedFetch(code, "connect"))).toBe(true);
    expect(wasNeverSent(failedFetch(code))).toBe(true);
    expect(wasNeverSent(failedFetch(code, "read"))).toBe(false);
    expect(wasNeverSent(failedFetch(code, "write"))).toBe(false);
  },
);

it("TLS that breaks while it is written to may have brought the request", () => {
  expect(wasNeverSent(failedFetch("ERR_SSL_WRONG_VERSION_NUMBER"))).toBe(true);
  expect(wasNeverSent(failedFetch("EPROTO", "write"))).toBe(false);
});

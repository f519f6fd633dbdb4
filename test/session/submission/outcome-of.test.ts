import { expect, it } from "vitest";
import { ConnectionError } from "../../../src/api/errors/connection-error.ts";
import { makeApiError } from "../../../src/api/errors/make-api-error.ts";
import { ResponseSchemaError } from "../../../src/api/errors/response-schema-error.ts";
import { TimeoutError } from "../../../src/api/errors/timeout-error.ts";
import { UnexpectedContentTypeError } from "../../../src/api/errors/unexpected-content-type-error.ts";
import { UnexpectedRedirectError } from "../../../src/api/errors/unexpected-redirect-error.ts";
import { outcomeOf } from "../../../src/session/submission/outcome-of.ts";

function answered(status: number) {
  return makeApiError({ status, method: "POST", path: "api/batch/", detail: "" });
}

it.each([400, 401, 402, 403, 404, 405, 413, 415, 422, 429])(
  "outcomeOf() takes %d for a refusal",
  (status) => {
    expect(outcomeOf(answered(status))).toBe("refused");
  },
);

it.each([408, 409, 418, 425, 499, 500, 502, 503, 504, 520])(
  "outcomeOf() learns nothing from %d",
  (status) => {
    expect(outcomeOf(answered(status))).toBe("unknown");
  },
);

it("outcomeOf() knows that nothing was carried out only where nothing can have been", () => {
  expect(outcomeOf(new UnexpectedRedirectError("", null))).toBe("refused");
  expect(outcomeOf(new ConnectionError("", { phase: "connect" }))).toBe("refused");
  const others = [
    new ConnectionError("", { phase: "sent" }),
    new ConnectionError("", { phase: "body" }),
    ...(["headers", "body", "stall", "total"] as const).map(
      (clock) => new TimeoutError("", { clock, limitMs: 1 }),
    ),
    new ResponseSchemaError("", []),
    new UnexpectedContentTypeError("", "text/html"),
    new DOMException("Aborted", "AbortError"),
    "enough",
    undefined,
  ];
  for (const other of others) expect(outcomeOf(other)).toBe("unknown");
});

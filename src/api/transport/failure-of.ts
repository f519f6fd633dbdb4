import { redact } from "../../util/redact.ts";
import { redactError } from "../../util/redact-error.ts";
import type { FailureEvent } from "../client-event.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { reasonOf, wasNeverSent } from "./cause-codes.ts";
import type { Watchdog } from "./watchdog.ts";

/** What {@link failureOf} needs to know of an attempt. */
export interface FailureContext {
  method: string;
  path: string;
  server: string;
  count: number;
  secrets: readonly string[];
  signal: AbortSignal | undefined;
  watchdog: Watchdog;
  /** Whether the request may be made again without harm. */
  isRepeatable: boolean;
  /** Whether the answer had begun. */
  hasAnswer: boolean;
}

const MISSING = {
  headers: "was not answered within",
  body: "was not answered in full within",
  stall: "sent nothing more for",
  total: "was not done within",
} as const;

const MAYBE_DONE =
  "; it may have been carried out all the same, so look at the batches of the last hours before you send it again";

/** An attempt that brought no whole answer, as an error of this package and as the reason in its event. */
export function failureOf(
  error: unknown,
  { method, path, server, count, secrets, signal, watchdog, isRepeatable, hasAnswer }: FailureContext,
): { failure: unknown; reason: FailureEvent["reason"] } {
  const what = `${method} ${path}`;
  const tried = count > 1 ? ` (attempt ${count})` : "";
  const ending = isRepeatable ? "" : MAYBE_DONE;
  const { expired } = watchdog;
  if (expired !== null) {
    const { clock, limitMs } = expired;
    const message = `${what} ${MISSING[clock]} ${limitMs} ms${tried}${ending}`;
    return { failure: new TimeoutError(message, expired), reason: clock };
  }
  // Row 11 of the fault matrix and fetch itself: the reason is what the caller gave, not an error around it.
  if (signal?.aborted) return { failure: signal.reason, reason: "aborted" };
  const phase = hasAnswer ? "body" : wasNeverSent(error) ? "connect" : "sent";
  const happened = phase === "connect" ? `did not reach ${server}` : "broke off";
  const message = `${what} ${happened}: ${redact(reasonOf(error), secrets)}${tried}${phase === "connect" ? "" : ending}`;
  return {
    failure: new ConnectionError(message, { phase, cause: redactError(error, secrets) }),
    reason: phase,
  };
}

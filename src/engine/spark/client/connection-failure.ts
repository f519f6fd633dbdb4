import { redact } from "../../../util/redact.ts";
import { EngineConnectionError, type EngineConnectionFailure } from "../../engine-connection-error.ts";
import type { RpcFailure } from "./rpc-failure.ts";
import type { SparkAddress } from "./spark-address.ts";
import { STATUS } from "./status-code.ts";

const BROKEN: readonly number[] = [
  STATUS.cancelled,
  STATUS.deadlineExceeded,
  STATUS.aborted,
  STATUS.unavailable,
];

/** Whether the network failed, or something between, so that the same may be tried again. */
export function isBreak(failure: RpcFailure): boolean {
  if (failure.is("INVALID_CURSOR.DISCONNECTED") || failure.retryAfterMs !== null) return true;
  if (failure.info !== null) return false;
  return (
    BROKEN.includes(failure.status) ||
    (failure.status === STATUS.internal && failure.message.includes("RST_STREAM"))
  );
}

/** Whether TLS was not agreed on: it will not be the next time either. */
export function isTlsFailure(failure: RpcFailure, address: SparkAddress): boolean {
  const { status, message } = failure;
  if (!address.useSsl || status !== STATUS.unavailable) return false;
  return /certificate|self.signed|\bssl\b|\btls\b|EPROTO|altname|wrong version|alert|handshake/i.test(
    message,
  );
}

/** The error that callers get for a failure of the connection; null for one of the call itself. */
export function connectionError(
  failure: RpcFailure,
  address: SparkAddress,
  isAnswered: boolean,
): EngineConnectionError | null {
  const fault = faultOf(failure, address, isAnswered);
  if (fault === null) return null;
  const said = redact(plainMessage(failure.message), address.secrets());
  return new EngineConnectionError({
    address: address.shown,
    kind: fault.kind,
    reason: `${fault.what} (${said})${fault.hint === undefined ? "" : `: ${fault.hint}`}`,
  });
}

/** What went wrong, without what gRPC says around it. */
function plainMessage(message: string): string {
  return message
    .replace(/^No connection established\. Last error: (Error: )?/, "")
    .replace(/Resolution note:.*$/s, "")
    .trim()
    .replace(/\.$/, "");
}

interface Fault {
  kind: EngineConnectionFailure["kind"];
  what: string;
  hint?: string;
}

function faultOf(failure: RpcFailure, address: SparkAddress, isAnswered: boolean): Fault | null {
  const { status } = failure;
  if (failure.is("INVALID_HANDLE") || failure.is("INVALID_CURSOR")) {
    const hint = "open the engine again, and register its tables again";
    return { kind: "lost", what: "the server no longer knows the session, or what ran in it", hint };
  }
  if (failure.info !== null) return null;
  if (status === STATUS.unauthenticated || status === STATUS.permissionDenied) {
    const hint = address.hasToken
      ? 'check the "token" of the address, or INFINITY_FRAMES_SPARK_TOKEN'
      : 'give a token, as "token" of the address or as INFINITY_FRAMES_SPARK_TOKEN';
    return { kind: "refused", what: "the server refuses access", hint };
  }
  if (isTlsFailure(failure, address)) {
    const hint =
      "check the server's certificate and the host's name; GRPC_DEFAULT_SSL_ROOTS_FILE_PATH names the file of an authority of your own; use_ssl=false speaks plain text";
    return { kind: "refused", what: "there is no TLS connection", hint };
  }
  if (status === STATUS.unimplemented) {
    const hint = "check the port, and that the server is of Spark 4";
    return {
      kind: "unreachable",
      what: "what answers does not speak Spark Connect as this client does",
      hint,
    };
  }
  if (isAnswered) return isBreak(failure) ? { kind: "lost", what: "the connection is lost" } : null;
  if (!isBreak(failure) && status !== STATUS.internal) return null;
  const hint = `check the host and the port, and that the server runs${address.useSsl ? "" : "; a server with TLS needs use_ssl=true"}`;
  const what = status === STATUS.deadlineExceeded ? "nobody answers in time" : "nobody answers";
  return { kind: "unreachable", what, hint };
}

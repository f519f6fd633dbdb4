import type { Message, Messages } from "../protocol/messages.ts";

/** What Spark says of an error beside its message. */
export interface SparkErrorInfo {
  errorClass: string | null;
  sqlState: string | null;
  /** What `FetchErrorDetails` knows it by. */
  errorId: string | null;
  parameters: Readonly<Record<string, string>>;
}

/** What a call of gRPC failed with. Callers of this library never see it: it says what a server or a network said. */
export class RpcFailure extends Error {
  override name = "RpcFailure";
  readonly status: number;
  /** What Spark says; null where the failure is none of Spark's. */
  readonly info: SparkErrorInfo | null;
  /** How long the server asks to wait before the call is made again; null where it does not ask for that. */
  readonly retryAfterMs: number | null;

  constructor(
    status: number,
    message: string,
    details: { info?: SparkErrorInfo | null; retryAfterMs?: number | null } = {},
  ) {
    super(message);
    this.status = status;
    this.info = details.info ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }

  /** Whether Spark calls the error so: by its class, or in its message, where an old server gives no class. */
  is(errorClass: string): boolean {
    return this.info?.errorClass?.startsWith(errorClass) ?? this.message.includes(`[${errorClass}`);
  }
}

/** What the packages of gRPC throw, as far as it is read here. */
interface GrpcError {
  code?: number;
  details?: string;
  metadata?: { get(name: string): (string | Buffer)[] };
}

/** Reads what a call failed with, and what goes with it in `grpc-status-details-bin`. */
export function readFailure(error: unknown, messages: Messages): RpcFailure {
  const { code = 2, details = String(error), metadata } = error as GrpcError;
  const [bytes] = metadata?.get("grpc-status-details-bin") ?? [];
  if (bytes === undefined || typeof bytes === "string") return new RpcFailure(code, details);
  const found: { info?: SparkErrorInfo; retryAfterMs?: number } = {};
  for (const [type, value] of detailsOf(bytes, messages)) {
    if (type === "ErrorInfo" && value.domain === "org.apache.spark") found.info = infoOf(value);
    if (type === "RetryInfo") found.retryAfterMs = milliseconds(value.retry_delay);
  }
  return new RpcFailure(code, details, found);
}

function detailsOf(bytes: Buffer, messages: Messages): [type: string, Message][] {
  try {
    const { details } = messages.decode("Status", bytes) as {
      details: { type_url: string; value: Buffer }[];
    };
    return details.flatMap(({ type_url, value }) => {
      const type = type_url.split("google.rpc.")[1] ?? "";
      return type === "ErrorInfo" || type === "RetryInfo" ? [[type, messages.decode(type, value)]] : [];
    });
  } catch {
    return []; // Not what it should be: the message alone must do.
  }
}

function infoOf({ metadata }: Message): SparkErrorInfo {
  const { errorClass, sqlState, errorId, messageParameters } = metadata as Record<string, string>;
  return {
    errorClass: errorClass || null,
    sqlState: sqlState || null,
    errorId: errorId || null,
    parameters: parametersOf(messageParameters || "{}"),
  };
}

function parametersOf(text: string): Record<string, string> {
  try {
    return JSON.parse(text);
  } catch {
    return {}; // A long one is cut off by the server.
  }
}

function milliseconds(duration: unknown): number {
  const { seconds = 0, nanos = 0 } = (duration ?? {}) as { seconds?: number; nanos?: number };
  return Math.max(0, seconds * 1000 + nanos / 1e6);
}

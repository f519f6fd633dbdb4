import { Metadata, status } from "@grpc/grpc-js";
import type { Root } from "protobufjs";

/** How a fake server fails. */
export interface FakeFailure {
  /** @default INTERNAL */
  code?: number;
  message?: string;
  /** What Spark's `ErrorInfo` says. */
  info?: Record<string, string>;
  /** What `RetryInfo` says. */
  retryAfterMs?: number;
}

/** The error that makes a server of grpc-js fail a call, with details as Spark gives them. */
export function grpcFailure(schema: Root, failure: FakeFailure): object {
  const { code = status.INTERNAL, message = "", info, retryAfterMs } = failure;
  const metadata = new Metadata();
  const write = (name: string, value: object): Uint8Array => {
    const type = schema.lookupType(`fake.${name}`);
    return type.encode(type.fromObject(value)).finish();
  };
  const details: object[] = [{ type_url: "type.googleapis.com/google.rpc.Help", value: Buffer.from([255]) }];
  const add = (name: string, value: object): void => {
    details.push({ type_url: `type.googleapis.com/google.rpc.${name}`, value: write(name, value) });
  };
  if (info !== undefined)
    add("ErrorInfo", { reason: "java.lang.X", domain: "org.apache.spark", metadata: info });
  if (retryAfterMs !== undefined)
    add("RetryInfo", {
      delay: { seconds: Math.floor(retryAfterMs / 1000), nanos: (retryAfterMs % 1000) * 1e6 },
    });
  if (details.length > 1) {
    metadata.set("grpc-status-details-bin", Buffer.from(write("Status", { code, message, details })));
  }
  return { code, details: message, metadata };
}

/** What a server says that knows a session or an operation no more. */
export function invalidHandle(what: string): FakeFailure {
  const errorClass = `INVALID_HANDLE.${what}`;
  return {
    message: `[${errorClass}] The handle is invalid. SQLSTATE: HY000`,
    info: { errorClass, sqlState: "HY000" },
  };
}

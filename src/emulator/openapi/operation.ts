import type { ReplyName, RequestName } from "./component-schemas.ts";

/** A status with which the server turns a request down. */
export type RefusalStatus = 301 | 400 | 401 | 403 | 404 | 413 | 416 | 422;

/** The names of the parameters that addresses have after their question mark. */
export type QueryName = "start_time" | "end_time" | "batch_id" | "signature" | "page" | "refresh";

/** The names of the headers that requests may send. */
export type HeaderName = "Idempotency-Key" | "Range" | "If-Range";

/** One thing that the server does: a method of a path. */
export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  /** The path, with its parameters in braces. */
  readonly path: string;
  readonly group: "Generators" | "Batches" | "Jobs" | "Results" | "Schema" | "Pages";
  readonly summary: string;
  readonly query?: readonly QueryName[];
  readonly headers?: readonly HeaderName[];
  readonly body?: RequestName;
  /** The reply of a request that was granted: the schema of its JSON, or another type of content. */
  readonly reply: ReplyName | { readonly content: string };
  /** @default 200 */
  readonly status?: 201;
  /** Whether a part may be asked for, which is granted with 206. */
  readonly inParts?: true;
  readonly refusals: readonly RefusalStatus[];
}

/** Whether an operation wants the token. */
export function needsToken({ refusals }: Operation): boolean {
  return refusals.includes(401);
}

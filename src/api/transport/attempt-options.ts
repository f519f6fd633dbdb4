import type { ClientEvent } from "../client-event.ts";

/** What an attempt needs of its client. */
export interface AttemptContext {
  fetch: typeof fetch;
  emit: (event: ClientEvent) => void;
  /** What no error may show. */
  secrets: readonly string[];
  server: string;
}

/** One attempt at a request. */
export interface AttemptOptions extends AttemptContext {
  /** The request's number in the client, and the attempt's in the request. */
  number: number;
  count: number;
  method: string;
  /** How errors and events call the address. */
  path: string;
  url: string;
  init: RequestInit;
  /** Whether the request may be made again without harm. */
  isRepeatable: boolean;
  /** The time until the answer begins. */
  headersMs: number;
  /**
   * Where given, the address carries its own permission, and redirects are followed to addresses for which it does not
   * throw.
   */
  follow?: ((url: URL) => Promise<void>) | undefined;
  signal: AbortSignal | undefined;
}

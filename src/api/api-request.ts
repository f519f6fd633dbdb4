import type { z } from "zod";

/** One request to the API. */
export interface ApiRequest<T> {
  method: "GET" | "POST";
  /** The path after the server, with a trailing slash. */
  path: string;
  query?: Record<string, string | undefined> | undefined;
  /** The JSON to send, as a value. */
  body?: unknown;
  /** The JSON to send, piece by piece, in place of `body`; gone through once per attempt. */
  pieces?: Iterable<string> | undefined;
  /** Headers beside the usual ones. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Whether it does no harm to carry out the request twice. @default true for GET, false for POST */
  isRepeatable?: boolean | undefined;
  /** The shape that the reply must have. */
  schema: z.ZodType<T>;
  /** Told true before each attempt, and false after one that surely was not carried out and is made again. */
  onAway?: ((isAway: boolean) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A request to an address that carries its own permission. */
export interface PresignedRequest {
  url: URL;
  headers?: Readonly<Record<string, string>> | undefined;
  /** The number that its attempts share: `client.newRequest()`. */
  request: number;
  /** Which attempt this is, from 1. */
  attempt: number;
  /**
   * Called before a redirect is followed.
   *
   * @throws Where the address must not be asked.
   */
  check: (url: URL) => Promise<void>;
  signal?: AbortSignal | undefined;
}

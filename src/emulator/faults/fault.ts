/** An answer made by hand. */
export interface CannedReply {
  /** @default 200 */
  status?: number | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Text is sent as it is, anything else as JSON.
   * @default an empty text
   */
  body?: unknown;
  /**
   * How often the body is sent, one after the other.
   * @default 1
   */
  times?: number | undefined;
  /**
   * Whether to compress the body, with `Content-Encoding: gzip`; a small reply may then be large when unpacked.
   * @default false
   */
  gzip?: boolean | undefined;
}

/** A change to JSON: one of the actions at every place of a path. */
export interface JsonEdit {
  /** Names with dots between them, `*` for every item of a list; an empty path is the whole reply. */
  path: string;
  /** Puts a value there, in place of another or in addition. */
  set?: unknown;
  /** Takes the value away. */
  omit?: true | undefined;
  /** Keeps that many items from the start of a list. */
  first?: number | undefined;
  /** Turns a list round. */
  reverse?: true | undefined;
  /** Hides the items of a list for that time after they were created, in milliseconds of the server's clock. */
  hideForMs?: number | undefined;
}

/** What goes wrong with one request. The parts may be combined; without any, nothing goes wrong. */
export interface Fault {
  /** The request is handled as if it had these headers; null takes one away. */
  requestHeaders?: Readonly<Record<string, string | null>> | undefined;
  /** The answer, in place of the server's. The request is not carried out unless `accept` says so. */
  reply?: CannedReply | undefined;
  /** Cuts the connection instead of answering. The request is not carried out unless `accept` says so. */
  drop?: boolean | undefined;
  /** With `reply` or `drop`: the request is carried out all the same. */
  accept?: boolean | undefined;
  /** Waits before answering, in milliseconds of real time, after the request was carried out. */
  delayMs?: number | undefined;
  /** For results: answers 403, and the address is void from now on; asking for the batch again gives a new one. */
  expireAddress?: boolean | undefined;
  /** Headers of the answer; null takes one away. */
  headers?: Readonly<Record<string, string | null>> | undefined;
  /** Sets the answer's `Date` so far from the server's clock, in milliseconds. */
  clockSkewMs?: number | undefined;
  /** Changes to an answer in JSON, in order. */
  json?: readonly JsonEdit[] | undefined;
  /** Inverts the byte at this offset of the answer's body. */
  flipByte?: number | undefined;
  /** Sends the body in pieces of so many bytes, so many milliseconds apart. */
  trickle?: { bytes: number; everyMs: number } | undefined;
  /**
   * Stops in the body after so many bytes, or at its end: by a reset of the connection, by closing it as if that were
   * all, or by silence with the connection open. The headers promise the whole body.
   */
  stop?: { afterBytes: number; by: "reset" | "close" | "silence" } | undefined;
  /** Sends no `Content-Length`: the body ends where the connection does. */
  noLength?: boolean | undefined;
}

/** When a fault happens. */
export interface FaultRule {
  /**
   * The method, such as `"POST"`.
   * @default any method
   */
  method?: string | undefined;
  /** The path, such as `"/api/batch/"`; `:name` stands for one part between slashes, `*` for any text. */
  path: string;
  /**
   * The attempts that the fault meets, from 1. Every request that fits method and path is an attempt.
   * @default every attempt
   */
  at?: readonly number[] | undefined;
  /**
   * Whether the attempts of each path are counted apart, so that every job's download can fail once.
   * @default false
   */
  perPath?: boolean | undefined;
  fault: Fault;
}

/**
 * The faults of a server, as JSON can hold them. Of the rules that fit a request, the first that is due decides.
 *
 * @example
 * ```ts
 * const plan: FaultPlan = [
 *   { method: "POST", path: "/api/batch/", at: [1], fault: { drop: true, accept: true } },
 *   { path: "/api/jobs/", at: [1, 2], fault: { reply: { status: 503 } } },
 * ];
 * const emulator = createEmulator({ faults: plan });
 * const headers = { Authorization: `Token ${emulator.token}` };
 * const ask = async () => (await emulator.fetch(new Request("http://emulator/api/jobs/", { headers }))).status;
 * [await ask(), await ask(), await ask()]; // [503, 503, 200]
 * ```
 */
export type FaultPlan = readonly FaultRule[];

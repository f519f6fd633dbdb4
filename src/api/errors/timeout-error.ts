import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * The clock that ran out: `headers`, until the answer begins; `body`, from there to the end of a JSON answer; `stall`,
 * without any byte arriving (or, for downloads, reaching the disk); `total`, the whole call with all its attempts.
 */
export type TimeoutClock = "headers" | "body" | "stall" | "total";

/**
 * The server did not answer in full within the time allowed.
 *
 * @example
 * ```ts
 * server.setFaults([{ path: "/api/jobs/", fault: { delayMs: 300 } }]);
 * const timeouts = { headersMs: 50 };
 * const client = new ApiClient({ server: server.url, token: server.token, timeouts, retries: 0 });
 * try {
 *   await getAllGeneratorData(client);
 * } catch (error) {
 *   if (!(error instanceof TimeoutError)) throw error;
 *   [error.clock, error.limitMs]; // ["headers", 50]
 * }
 * ```
 */
export class TimeoutError extends InfinityFramesError {
  override name = "TimeoutError";
  /** The clock that ran out. */
  readonly clock: TimeoutClock;
  /** The time allowed, in milliseconds. */
  readonly limitMs: number;

  constructor(
    message: string,
    { clock, limitMs, ...options }: ErrorOptions & { clock: TimeoutClock; limitMs: number },
  ) {
    super("TIMEOUT", message, options);
    this.clock = clock;
    this.limitMs = limitMs;
  }
}

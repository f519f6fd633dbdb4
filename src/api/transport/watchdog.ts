import type { TimeoutClock } from "../errors/timeout-error.ts";

type Timer = ReturnType<typeof setTimeout>;

/**
 * The clocks of one attempt. The first that runs out aborts the signal, as does the caller's own signal.
 * `AbortSignal.timeout` is not used because it cannot be stopped or set back.
 */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #timers = new Map<TimeoutClock, Timer>();
  readonly #outer: AbortSignal | undefined;
  readonly #stop = (): void => this.#controller.abort(this.#outer?.reason);
  #expired: { clock: TimeoutClock; limitMs: number } | null = null;
  #isClosed = false;

  /** @param signal The caller's signal. */
  constructor(signal: AbortSignal | undefined) {
    this.#outer = signal;
    if (signal?.aborted) this.#stop();
    signal?.addEventListener("abort", this.#stop, { once: true });
  }

  /** Aborted when a clock has run out or the caller gave up. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The clock that ran out, if one did. */
  get expired(): { clock: TimeoutClock; limitMs: number } | null {
    return this.#expired;
  }

  /** Starts a clock, or sets it back to its start; after the end of the attempt, nothing. */
  arm(clock: TimeoutClock, limitMs: number): void {
    this.disarm(clock);
    if (this.#isClosed) return;
    this.#timers.set(
      clock,
      setTimeout(() => {
        this.#expired ??= { clock, limitMs };
        this.#controller.abort(new Error(`The clock "${clock}" ran out`));
      }, limitMs),
    );
  }

  /** Stops a clock. */
  disarm(clock: TimeoutClock): void {
    clearTimeout(this.#timers.get(clock));
    this.#timers.delete(clock);
  }

  /** Stops all clocks. To be called at the end of every attempt. */
  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#outer?.removeEventListener("abort", this.#stop);
  }
}

const SOONEST_MS = 3_000;

/** Guesses how long work still takes, from how it went since it was first looked at. */
export class Pace {
  readonly #startMs = performance.now();
  #first: number | null = null;

  /** The time left in milliseconds; null where it is too early to say. */
  leftMs(done: number, total: number): number | null {
    this.#first ??= done;
    const elapsedMs = performance.now() - this.#startMs;
    const gained = done - this.#first;
    return gained > 0 && elapsedMs >= SOONEST_MS ? (elapsedMs / gained) * (total - done) : null;
  }

  /** How much is done in a second; 0 where it is too early to say. */
  perSecond(done: number): number {
    this.#first ??= done;
    const elapsedMs = performance.now() - this.#startMs;
    return elapsedMs > 0 ? (1000 * (done - this.#first)) / elapsedMs : 0;
  }
}

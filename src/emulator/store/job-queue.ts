/** Hands out the times at which jobs finish when only so many run at once, first come first served. */
export class JobQueue {
  readonly #durationMs: number;
  /** When each slot becomes free, as a ring: jobs of equal length free the slots in turn. */
  readonly #freeMs: number[];
  #next = 0;

  constructor(slots: number, durationMs: number) {
    this.#durationMs = durationMs;
    this.#freeMs = new Array<number>(slots).fill(Number.NEGATIVE_INFINITY);
  }

  /** Takes up jobs that were put in line before, in that order, by the times at which they finish. */
  restore(finishMs: number): void {
    this.#take(finishMs);
  }

  /** Puts a job in line and returns when it will be finished, in milliseconds. */
  enqueue(nowMs: number): number {
    return this.#take(Math.max(nowMs, this.#freeMs[this.#next] ?? nowMs) + this.#durationMs);
  }

  #take(finishMs: number): number {
    this.#freeMs[this.#next] = finishMs;
    this.#next = (this.#next + 1) % this.#freeMs.length;
    return finishMs;
  }
}

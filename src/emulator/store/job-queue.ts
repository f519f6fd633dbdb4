/** Hands out the times at which jobs finish when only so many run at once, first come first served. */
export class JobQueue {
  readonly #durationMs: number;
  /** When each slot becomes free. */
  readonly #freeMs: number[];

  constructor(slots: number, durationMs: number) {
    this.#durationMs = durationMs;
    this.#freeMs = new Array<number>(slots).fill(Number.NEGATIVE_INFINITY);
  }

  /** Takes up jobs that were put in line before, in that order, by the times at which they finish. */
  restore(finishMs: number): void {
    this.#freeMs[this.#firstFree()] = finishMs;
  }

  /** Puts a job in line and returns when it will be finished, in milliseconds. */
  enqueue(nowMs: number): number {
    const slot = this.#firstFree();
    const finishMs = Math.max(nowMs, this.#freeMs[slot] ?? nowMs) + this.#durationMs;
    this.#freeMs[slot] = finishMs;
    return finishMs;
  }

  #firstFree(): number {
    let first = 0;
    this.#freeMs.forEach((freeMs, slot) => {
      if (freeMs < (this.#freeMs[first] ?? freeMs)) first = slot;
    });
    return first;
  }
}

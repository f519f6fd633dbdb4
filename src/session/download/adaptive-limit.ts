/** How many things are done at once: less when there is trouble, slowly more again when there is none. */
export class AdaptiveLimit {
  readonly #most: number;
  #limit: number;
  #running = 0;
  #successes = 0;
  readonly #waiting: (() => void)[] = [];

  /** @param most The most at once, and where it starts. */
  constructor(most: number) {
    this.#most = most;
    this.#limit = most;
  }

  /** How many may run now. */
  get current(): number {
    return this.#limit;
  }

  /** Halves the number. */
  slowDown(): void {
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    this.#successes = 0;
  }

  /** Does something as soon as there is room for it. What runs already is not interrupted by a lower limit. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    while (this.#running >= this.#limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
    try {
      const result = await work();
      this.#succeeded();
      return result;
    } finally {
      this.#running--;
      for (const wake of this.#waiting.splice(0, this.#limit - this.#running)) wake();
    }
  }

  /** As many successes in a row as run at once allow one more. */
  #succeeded(): void {
    if (++this.#successes < this.#limit || this.#limit === this.#most) return;
    this.#limit++;
    this.#successes = 0;
  }
}

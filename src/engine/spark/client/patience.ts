import { randomFraction } from "../../../util/random-fraction.ts";

const LONGEST_DELAY_MS = 15_000;

/** How often, and for how long, something that fails is tried again. */
export interface PatienceOptions {
  /** The first delay; each next one is three times as long, up to 15 s. */
  delayMs: number;
  /** How long it may go on failing. */
  limitMs: number;
  /** How often it may fail. @default Infinity */
  tries?: number | undefined;
}

/** Counts failures, and says how long to wait after each. */
export class Patience {
  readonly #options: PatienceOptions;
  #failures = 0;
  #since: number | undefined;

  constructor(options: PatienceOptions) {
    this.#options = options;
  }

  /** It worked: what fails next, fails for the first time. */
  reset(): void {
    this.#failures = 0;
    this.#since = undefined;
  }

  /** It failed. How long to wait before it is tried again; null when it was long enough. */
  failed(atLeastMs = 0): number | null {
    const { delayMs, limitMs, tries = Number.POSITIVE_INFINITY } = this.#options;
    const now = performance.now();
    this.#since ??= now;
    const delay = Math.max(atLeastMs, this.#delay(delayMs));
    this.#failures++;
    return this.#failures >= tries || now - this.#since + delay > limitMs ? null : delay;
  }

  /** The server ended what is not done, which is no failure. How long to wait before it is asked for the rest. */
  ended(): number {
    this.#since = undefined;
    const delay = this.#failures === 0 ? 0 : this.#delay(this.#options.delayMs);
    this.#failures++;
    return delay;
  }

  #delay(first: number): number {
    return Math.min(LONGEST_DELAY_MS, first * 3 ** this.#failures) * (0.75 + randomFraction() / 2);
  }
}

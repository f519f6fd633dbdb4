import { randomFraction } from "../../util/random-fraction.ts";
import { sleep } from "../../util/sleep.ts";
import type { ClientEvent } from "../client-event.ts";
import { ApiError } from "../errors/api-error.ts";
import { isRetryable } from "./is-retryable.ts";
import { RetryBudget } from "./retry-budget.ts";
import { LONGEST_RETRY_AFTER_MS, retryDelayMs } from "./retry-delay.ts";

/** An attempt that failed. */
export interface FailedAttempt {
  /** Tells the client's requests apart in events. */
  request: number;
  method: string;
  path: string;
  /** Which attempt of the request it was, from 1. */
  attempt: number;
  /** How many attempts may follow the first; after progress, callers may count from 1 again. */
  retries: number;
  /** Whether the request may be carried out twice. */
  isRepeatable: boolean;
  signal: AbortSignal | undefined;
}

/** Decides whether and when a client's requests are made again. */
export class Retrier {
  readonly #budget = new RetryBudget();
  readonly #emit: (event: ClientEvent) => void;
  #isExhausted = false;

  constructor(emit: (event: ClientEvent) => void) {
    this.#emit = emit;
  }

  /** Notes that a request succeeded. */
  succeeded(): void {
    this.#budget.refill();
  }

  /**
   * Waits until the next attempt may begin.
   *
   * @throws The error, where there must be no other attempt; the signal's reason, when it aborts.
   */
  async pause(error: unknown, failed: FailedAttempt): Promise<void> {
    const { request, method, path, attempt, retries, isRepeatable, signal } = failed;
    const retryAfterMs = error instanceof ApiError ? error.retryAfterMs : null;
    if (attempt > retries || !isRetryable(error, isRepeatable)) throw error;
    if (retryAfterMs !== null && retryAfterMs > LONGEST_RETRY_AFTER_MS) throw error;
    if (!this.#budget.spend()) {
      this.#warnOnce();
      throw error;
    }
    const delayMs = retryDelayMs(attempt, retryAfterMs, randomFraction());
    const reason = error instanceof Error ? error.message : String(error);
    this.#emit({ type: "retry", request, attempt, method, path, delayMs, reason });
    await sleep(delayMs, signal);
  }

  #warnOnce(): void {
    if (this.#isExhausted) return;
    this.#isExhausted = true;
    const message = "So many requests failed that failed ones are not made again for now";
    this.#emit({ type: "warning", message });
  }
}

const CAPACITY = 500;
const COST = 5;

/** What all requests of a client may spend on retries together, so that a failing server is not stormed. */
export class RetryBudget {
  #tokens = CAPACITY;

  /** Takes the price of one retry; false where too little is left. */
  spend(): boolean {
    if (this.#tokens < COST) return false;
    this.#tokens -= COST;
    return true;
  }

  /** Gives a little back for a request that succeeded. */
  refill(): void {
    this.#tokens = Math.min(CAPACITY, this.#tokens + 1);
  }
}

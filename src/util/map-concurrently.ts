/** Options of {@link mapConcurrently}. */
export interface MapConcurrentlyOptions {
  /** The most calls that run at once. */
  concurrency: number;
  /** Stops starting new calls once aborted. */
  signal?: AbortSignal | undefined;
}

/** Throws unless a number of calls is a whole number, 1 or more. */
export function checkConcurrency(concurrency: number): void {
  if (Number.isSafeInteger(concurrency) && concurrency >= 1) return;
  throw new RangeError(`concurrency must be a whole number, 1 or more, got ${String(concurrency)}`);
}

/**
 * Calls an asynchronous function for each item, a few at once, and keeps the order of the results.
 *
 * @throws {RangeError} When `concurrency` is not a whole number, 1 or more.
 * @throws The first rejection, or the signal's reason; calls already begun are awaited first.
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
  { concurrency, signal }: MapConcurrentlyOptions,
): Promise<R[]> {
  checkConcurrency(concurrency);
  const results: R[] = new Array(items.length);
  let next = 0;
  let failed = false;
  async function worker(): Promise<void> {
    while (next < items.length && !failed) {
      signal?.throwIfAborted();
      const index = next++;
      try {
        results[index] = await work(items[index] as T, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }
  const workers = Array.from({ length: Math.min(concurrency, items.length) }, worker);
  const outcomes = await Promise.allSettled(workers);
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  return results;
}

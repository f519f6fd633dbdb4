/** The longest delay that timers keep; beyond it they fire at once. */
export const LONGEST_SLEEP_MS: number = 2 ** 31 - 1;

/** Waits some milliseconds, at most {@link LONGEST_SLEEP_MS}. Rejects at once with the signal's reason when it aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, Math.min(ms, LONGEST_SLEEP_MS));
    signal?.addEventListener("abort", stop, { once: true });
    function done(): void {
      signal?.removeEventListener("abort", stop);
      resolve();
    }
    function stop(): void {
      clearTimeout(timer);
      reject(signal?.reason);
    }
  });
}

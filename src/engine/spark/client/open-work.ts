/** What is going on in a session: what callers wait for, and what is cleared up behind them. */
export class OpenWork {
  readonly #running = new Set<AbortController>();
  readonly #background = new Set<Promise<void>>();
  #closed: Error | undefined;

  /**
   * Begins something that stops when the signal aborts or the session is closed. The caller calls `end`.
   *
   * @throws When the session is closed; the signal's reason, when it has aborted.
   */
  begin(outer?: AbortSignal): { signal: AbortSignal; end(): void } {
    if (this.#closed !== undefined) throw this.#closed;
    outer?.throwIfAborted();
    const controller = new AbortController();
    const stop = (): void => controller.abort(outer?.reason);
    outer?.addEventListener("abort", stop, { once: true });
    this.#running.add(controller);
    const end = (): void => {
      outer?.removeEventListener("abort", stop);
      this.#running.delete(controller);
    };
    return { signal: controller.signal, end };
  }

  /** Goes on behind the caller, who does not learn whether it works. */
  inBackground(work: Promise<unknown>): void {
    const ended = work.then(
      () => {},
      () => {},
    );
    this.#background.add(ended);
    void ended.then(() => this.#background.delete(ended));
  }

  /** Stops what runs, with a reason, and waits for what is cleared up. */
  async close(reason: Error): Promise<void> {
    this.#closed = reason;
    for (const controller of this.#running) controller.abort(reason);
    await Promise.all(this.#background);
  }
}

import type { DuckDBConnection } from "@duckdb/node-api";

/** A query that has not begun takes no notice of an interrupt: it is told again after this time. */
const AGAIN_MS = 20;

/**
 * Works with a connection, whose query is interrupted when the signal aborts.
 *
 * @throws The signal's reason, when it aborts before the work is done.
 */
export async function interruptible<T>(
  connection: DuckDBConnection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  let again: NodeJS.Timeout | undefined;
  const interrupt = (): void => connection.interrupt();
  const stop = (): void => {
    interrupt();
    again = setInterval(interrupt, AGAIN_MS);
  };
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    clearInterval(again);
  }
}

import type { DuckDBConnection } from "@duckdb/node-api";
import type { StatementOptions } from "../engine.ts";

/** A statement that has not begun takes no notice of an interrupt: it is told again after this time. */
const AGAIN_MS = 20;
const PROGRESS_MS = 100;

/**
 * Watches a connection's statements: they are interrupted when the signal aborts, and their progress is told.
 *
 * @returns What ends it.
 */
export function watched(connection: DuckDBConnection, { signal, onProgress }: StatementOptions): () => void {
  const timers: NodeJS.Timeout[] = [];
  const interrupt = (): void => connection.interrupt();
  const stop = (): void => {
    interrupt();
    timers.push(setInterval(interrupt, AGAIN_MS));
  };
  signal?.addEventListener("abort", stop, { once: true });
  if (onProgress !== undefined) timers.push(setInterval(() => tell(connection, onProgress), PROGRESS_MS));
  return () => {
    signal?.removeEventListener("abort", stop);
    for (const timer of timers) clearInterval(timer);
  };
}

function tell({ progress }: DuckDBConnection, onProgress: NonNullable<StatementOptions["onProgress"]>): void {
  const { rows_processed: done, total_rows_to_process: total } = progress;
  if (total > 0n) onProgress({ unit: "row", done: Number(done), total: Number(total), bytesRead: null });
}

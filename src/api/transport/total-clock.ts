import { TimeoutError } from "../errors/timeout-error.ts";

/** A call that is limited as a whole. */
export interface TotalClockOptions {
  method: string;
  path: string;
  /** The time allowed, in milliseconds, or `Infinity`. */
  limitMs: number;
  signal: AbortSignal | undefined;
}

/** A signal that aborts with the caller's, or with a `TimeoutError` once a call has taken too long in all. */
export function totalClock({ method, path, limitMs, signal }: TotalClockOptions): {
  signal: AbortSignal | undefined;
  close: () => void;
} {
  if (limitMs === Number.POSITIVE_INFINITY) return { signal, close: () => {} };
  const controller = new AbortController();
  const message = `${method} ${path} was not done within ${limitMs} ms in all`;
  const expire = (): void => controller.abort(new TimeoutError(message, { clock: "total", limitMs }));
  const timer = setTimeout(expire, limitMs);
  return {
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    close: () => clearTimeout(timer),
  };
}

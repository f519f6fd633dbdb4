import type { LoggerInterface } from "vega";

/** Who is told what; see {@link silentLogger}. */
export interface SilentLoggerOptions {
  onWarning?: ((message: string) => void) | undefined;
  onError: (message: string) => void;
}

/** A logger for Vega, which by default would print. */
export function silentLogger({ onWarning, onError }: SilentLoggerOptions): LoggerInterface {
  const logger: LoggerInterface = {
    level: ((level?: number) => (level === undefined ? 2 : logger)) as LoggerInterface["level"],
    error: (...parts) => told(onError, parts),
    warn: (...parts) => told(onWarning, parts),
    info: () => logger,
    debug: () => logger,
  };
  const told = (listener: ((message: string) => void) | undefined, parts: readonly unknown[]) => {
    listener?.(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" "));
    return logger;
  };
  return logger;
}

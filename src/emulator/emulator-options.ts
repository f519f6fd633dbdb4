import type { BatchStorage } from "./store/batch-storage.ts";

/** Options of an emulated server. */
export interface EmulatorOptions {
  /**
   * The token that clients must send.
   * @default "emulator"
   */
  token?: string | undefined;
  /**
   * Decides ids and hidden randomness: servers with the same seed answer the same requests alike; 1 and "1" are the same.
   * @default 0
   */
  seed?: string | number | undefined;
  /**
   * Samples (frames) that the token may use.
   * @default 1_000_000
   */
  quota?: number | undefined;
  /**
   * How long one job takes on the server's clock, in milliseconds.
   * @default 100
   */
  jobDurationMs?: number | undefined;
  /**
   * How many times as fast as real time the server's clock runs jobs; more than 0.
   * @default 1
   */
  speed?: number | undefined;
  /**
   * The share of jobs that fail, 0 to 1: they finish without a result and cost nothing. Which ones, the seed decides.
   * @default 0
   */
  failures?: number | undefined;
  /**
   * Whether results have segmentation masks, which take most of the time that a result takes.
   * @default true
   */
  masks?: boolean | undefined;
  /**
   * How many jobs run at once; the others wait in line.
   * @default 8
   */
  parallelJobs?: number | undefined;
  /**
   * The most bytes that a request may send; more is refused with 413.
   * @default 100_000_000
   */
  maxBodyBytes?: number | undefined;
  /**
   * The server's clock, in milliseconds since 1970.
   * @default Date.now
   */
  now?: (() => number) | undefined;
  /**
   * Where batches are kept for a server that starts again.
   * @default nowhere: they go with the process
   */
  storage?: BatchStorage | undefined;
}

/** {@link EmulatorOptions} with every default filled in. */
export interface ResolvedEmulatorOptions {
  token: string;
  seed: string;
  quota: number;
  jobDurationMs: number;
  speed: number;
  failures: number;
  masks: boolean;
  parallelJobs: number;
  maxBodyBytes: number;
  now: () => number;
  storage: BatchStorage | undefined;
}

function checkWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `Cannot start emulator: ${name} must be a whole number of at least ${least}, got ${value}`,
  );
}

/**
 * Fills in defaults and checks the options.
 *
 * @throws TypeError or RangeError for an option that is not what it must be.
 */
export function resolveEmulatorOptions(options: EmulatorOptions): ResolvedEmulatorOptions {
  const {
    token = "emulator",
    seed = 0,
    quota = 1_000_000,
    jobDurationMs = 100,
    speed = 1,
    failures = 0,
    masks = true,
    parallelJobs = 8,
    maxBodyBytes = 100_000_000,
    now = Date.now,
    storage,
  } = options;
  if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError(
      "Cannot start emulator: token must be a non-empty string of visible ASCII characters",
    );
  }
  if (typeof seed !== "string" && !(typeof seed === "number" && Number.isFinite(seed))) {
    throw new TypeError(`Cannot start emulator: seed must be a string or a finite number, got ${seed}`);
  }
  checkWhole("quota", quota, 0);
  checkWhole("parallelJobs", parallelJobs, 1);
  checkWhole("maxBodyBytes", maxBodyBytes, 1);
  if (!(Number.isFinite(jobDurationMs) && jobDurationMs >= 0)) {
    throw new RangeError(
      `Cannot start emulator: jobDurationMs must be a finite number of at least 0, got ${jobDurationMs}`,
    );
  }
  if (!(Number.isFinite(speed) && speed > 0)) {
    throw new RangeError(`Cannot start emulator: speed must be a finite number above 0, got ${speed}`);
  }
  if (!(failures >= 0 && failures <= 1)) {
    throw new RangeError(`Cannot start emulator: failures must be a share from 0 to 1, got ${failures}`);
  }
  if (typeof now !== "function") {
    throw new TypeError(`Cannot start emulator: now must be a function, got ${typeof now}`);
  }
  return {
    token,
    seed: String(seed),
    quota,
    jobDurationMs,
    speed,
    failures,
    masks,
    parallelJobs,
    maxBodyBytes,
    now,
    storage,
  };
}

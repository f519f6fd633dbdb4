import type { FaultPlan } from "./faults/fault.ts";
import { readFaultPlan } from "./faults/read-fault-plan.ts";
import type { BatchStorage } from "./store/batch-storage.ts";

/** Options of an emulated server. */
export interface EmulatorOptions {
  /**
   * The token that clients must send.
   * @default "emulator"
   */
  token?: string | undefined;
  /**
   * Further tokens, each with the samples that it may use. Nobody sees the batches of another token.
   * @default none
   */
  tokens?: Readonly<Record<string, number>> | undefined;
  /**
   * Decides ids and hidden randomness: servers with the same seed answer the same requests alike; 1 and "1" are the same.
   * @default 0
   */
  seed?: string | number | undefined;
  /**
   * Samples (frames) that `token` may use.
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
   * Whether results have segmentation masks, which take half of the time that a result takes or more.
   * @default true
   */
  masks?: boolean | undefined;
  /**
   * Whether `job.json` writes numbers as strings (`"num_reps": "14"`), as the service did at times.
   * @default false
   */
  stringNumbers?: boolean | undefined;
  /**
   * How many jobs of one token run at once; the others wait in line.
   * @default 8
   */
  parallelJobs?: number | undefined;
  /**
   * The most bytes that a request may send; more is refused with 413.
   * @default 100_000_000
   */
  maxBodyBytes?: number | undefined;
  /**
   * What goes wrong with which requests; see {@link FaultPlan}.
   * @default nothing
   */
  faults?: FaultPlan | undefined;
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
  /** Every token, `token` first, with the samples that it may use. */
  tokens: ReadonlyMap<string, number>;
  seed: string;
  jobDurationMs: number;
  speed: number;
  failures: number;
  masks: boolean;
  stringNumbers: boolean;
  parallelJobs: number;
  maxBodyBytes: number;
  faults: FaultPlan;
  now: () => number;
  storage: BatchStorage | undefined;
}

function checkWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(
    `Cannot start emulator: ${name} must be a whole number of at least ${least}, got ${value}`,
  );
}

function checkTokens(tokens: Iterable<readonly [token: string, quota: number]>): Map<string, number> {
  const checked = new Map<string, number>();
  for (const [token, quota] of tokens) {
    if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) {
      throw new TypeError(
        "Cannot start emulator: token must be a non-empty string of visible ASCII characters",
      );
    }
    if (checked.has(token)) throw new TypeError("Cannot start emulator: tokens must not repeat token");
    checkWhole("quota", quota, 0);
    checked.set(token, quota);
  }
  return checked;
}

/**
 * Fills in defaults and checks the options.
 *
 * @throws TypeError or RangeError for an option that is not what it must be.
 */
export function resolveEmulatorOptions(options: EmulatorOptions): ResolvedEmulatorOptions {
  const {
    token = "emulator",
    tokens = {},
    seed = 0,
    quota = 1_000_000,
    jobDurationMs = 100,
    speed = 1,
    failures = 0,
    masks = true,
    stringNumbers = false,
    parallelJobs = 8,
    maxBodyBytes = 100_000_000,
    faults = [],
    now = Date.now,
    storage,
  } = options;
  const allTokens = checkTokens([[token, quota], ...Object.entries(tokens)]);
  if (typeof seed !== "string" && !(typeof seed === "number" && Number.isFinite(seed))) {
    throw new TypeError(`Cannot start emulator: seed must be a string or a finite number, got ${seed}`);
  }
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
    tokens: allTokens,
    seed: String(seed),
    jobDurationMs,
    speed,
    failures,
    masks,
    stringNumbers,
    parallelJobs,
    maxBodyBytes,
    faults: readFaultPlan(faults),
    now,
    storage,
  };
}

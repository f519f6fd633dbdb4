import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * A batch was not completed within the time allowed. It goes on running, and can be awaited again.
 *
 * @example
 * ```ts
 * const slow = await startEmulator({ jobDurationMs: 60_000 });
 * const login = { server: slow.url, token: slow.token };
 * const session = await Session.connect({ ...login, generator: "spills-v0.1.0" });
 * const batch = await session.submit([{ size: 20 }, { size: 30 }]);
 * try {
 *   await batch.awaitCompletion({ timeoutMs: 0 });
 * } catch (error) {
 *   if (!(error instanceof BatchTimeoutError)) throw error;
 *   error.numJobsRemaining; // 2
 * }
 * await slow.close();
 * ```
 */
export class BatchTimeoutError extends InfinityFramesError {
  override name = "BatchTimeoutError";
  /** How many jobs were still in progress. */
  readonly numJobsRemaining: number;

  constructor(batchId: string, numJobsRemaining: number, timeoutMs: number) {
    super(
      "BATCH_TIMEOUT",
      `Batch ${batchId} still has ${numJobsRemaining === 1 ? "1 job" : `${numJobsRemaining} jobs`} in progress after ${timeoutMs / 1000} s; wait for it again to go on`,
    );
    this.numJobsRemaining = numJobsRemaining;
  }
}

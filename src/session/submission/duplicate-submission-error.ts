import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * The server carried out a submission more than once. Which batch to use is for the user to say.
 *
 * @example
 * Whoever sends the jobs of a lost answer by hand, while the server has made a batch of them, has two:
 * ```ts
 * const own = await startEmulator();
 * const login = { server: own.url, token: own.token };
 * const [generator, journal] = ["spills-v0.1.0", "journal"];
 * const session = await Session.connect({ ...login, generator, journal });
 * own.setFaults([
 *   { method: "POST", path: "/api/batch/", at: [1], fault: { accept: true, drop: true } },
 *   { method: "GET", path: "/api/batch/", at: [1], fault: { json: [{ path: "", first: 0 }] } },
 * ]);
 * await session.submit([{ size: 20 }], { reconcileTimeoutMs: 0 }); // throws SubmissionUnknownError: …
 * const client = new ApiClient(login);
 * const [{ id }] = await getBatchList(client);
 * const { name, job_runs } = await getBatchData(client, id);
 * const jobParams = job_runs.map(({ param_values }) => param_values);
 * await postBatch(client, { generator, name, jobParams, isPreview: false });
 * try {
 *   await session.submit([{ size: 20 }]);
 * } catch (error) {
 *   if (!(error instanceof DuplicateSubmissionError)) throw error;
 *   error.batchIds.length; // 2
 * }
 * await own.close();
 * ```
 */
export class DuplicateSubmissionError extends InfinityFramesError {
  override name = "DuplicateSubmissionError";
  readonly submissionId: string;
  /** The batches, oldest first. */
  readonly batchIds: readonly string[];

  constructor(submissionId: string, batchIds: readonly string[]) {
    super(
      "DUPLICATE_SUBMISSION",
      `Submission ${submissionId} was carried out ${batchIds.length} times, as batches ${batchIds.join(" and ")}; nothing was sent again: fetch one of them by its id, and ask the server's operators about the others; the same jobs are sent once more with forceResubmit (--force-resubmit) only`,
    );
    this.submissionId = submissionId;
    this.batchIds = batchIds;
  }
}

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/**
 * The server carried out a submission more than once. Which batch to use is for the user to say.
 *
 * @example
 * ```ts
 * // Something between this machine and the server loses the answer, and sends the jobs again.
 * server.setFaults([
 *   { method: "POST", path: "/api/batch/", at: [1], fault: { accept: true, drop: true } },
 *   { method: "GET", path: "/api/batch/", at: [1], fault: { json: [{ path: "", first: 0 }] } },
 * ]);
 * const login = { server: server.url, token: server.token };
 * const session = await Session.connect({ ...login, generator: "spills-v0.1.0", journal: "journal" });
 * await session.submit([{ size: 11 }], { reconcileTimeoutMs: 0 }); // throws SubmissionUnknownError: …
 * const client = new ApiClient(login);
 * const [{ id }] = (await getBatchList(client)).reverse();
 * const { name, job_runs } = await getBatchData(client, id);
 * const jobParams = job_runs.map(({ param_values }) => param_values);
 * await postBatch(client, { generator: "spills-v0.1.0", name, jobParams, isPreview: false });
 * try {
 *   await session.submit([{ size: 11 }]);
 * } catch (error) {
 *   if (!(error instanceof DuplicateSubmissionError)) throw error;
 *   error.batchIds.length; // 2
 *   (await session.batchFromApi(error.batchIds[0])).numJobs; // 1
 * }
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

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** What is known of a submission of which nobody knows whether it was carried out. */
export interface UnknownSubmission {
  submissionId: string;
  numJobs: number;
  /** What a look at the server brought. */
  findings: string;
}

/**
 * A submission may have been carried out, and the server does not show it. It was not sent again. The cause, where there
 * is one, is what went wrong when it was sent.
 *
 * @example
 * ```ts
 * server.setFaults([{ method: "POST", path: "/api/batch/", at: [1], fault: { drop: true } }]);
 * const [login, journal] = [{ server: server.url, token: server.token }, "journal"];
 * const session = await Session.connect({ ...login, generator: "spills-v0.1.0", journal });
 * try {
 *   await session.submit([{ size: 20 }], { reconcileTimeoutMs: 0 });
 * } catch (error) {
 *   if (!(error instanceof SubmissionUnknownError)) throw error;
 *   error.message; // "Submission … of 1 job may have been carried out …, but the server has no batch …"
 * }
 * // Look again later by reconcileSubmission; or, where the server surely has no batch of it, send it again:
 * (await session.submit([{ size: 20 }], { reconcileTimeoutMs: 0, forceResubmit: true })).numJobs; // 1
 * ```
 */
export class SubmissionUnknownError extends InfinityFramesError {
  override name = "SubmissionUnknownError";
  readonly submissionId: string;

  /** @internal */
  constructor({ submissionId, numJobs, findings }: UnknownSubmission, options?: ErrorOptions) {
    const jobs = numJobs === 1 ? "1 job" : `${numJobs} jobs`;
    const { cause } = options ?? {};
    const why = cause instanceof Error ? ` (${cause.message})` : "";
    super(
      "SUBMISSION_UNKNOWN",
      `Submission ${submissionId} of ${jobs} may have been carried out${why}, but ${findings}; it was not sent again. Look again: infinity-frames submissions reconcile ${submissionId} (or reconcileSubmission). Send again, at the risk of paying twice: --force-resubmit (forceResubmit)`,
      options,
    );
    this.submissionId = submissionId;
  }
}

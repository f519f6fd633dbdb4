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

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import type { SubmissionEntry } from "./submission-entry.ts";

/**
 * The same jobs are being submitted at this moment. Nothing was sent.
 *
 * @example
 * ```ts
 * server.setFaults([{ method: "POST", path: "/api/batch/", fault: { delayMs: 1000 } }]);
 * const jobs = grid({ camera_height: [0.6, 0.7] });
 * const twice = Promise.all([session.submit(jobs), session.submit(jobs)]);
 * await twice; // throws SubmissionPendingError: Process … has been submitting the same jobs since …
 * ```
 */
export class SubmissionPendingError extends InfinityFramesError {
  override name = "SubmissionPendingError";
  readonly submissionId: string;
  /** The process that submits them. */
  readonly pid: number;

  constructor({ submissionId, pid, host, startedAt }: SubmissionEntry) {
    super(
      "SUBMISSION_PENDING",
      `Process ${pid} on ${host} has been submitting the same jobs since ${startedAt}, as submission ${submissionId}: nothing was sent; wait for it, or, if that process is another program by now, run "infinity-frames submissions reconcile ${submissionId}"`,
    );
    this.submissionId = submissionId;
    this.pid = pid;
  }
}

import { InfinityFramesError } from "../../util/infinity-frames-error.ts";

/** The server carried out a submission more than once. Which batch to use is for the user to say. */
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

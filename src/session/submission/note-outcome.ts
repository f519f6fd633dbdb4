import type { ApiClient } from "../../api/api-client.ts";
import type { Journal } from "./journal.ts";
import type { SubmissionEntry } from "./submission-entry.ts";

/** Where submissions are noted and told of. */
export interface SubmissionContext {
  client: ApiClient;
  journal: Journal;
}

/**
 * Notes and tells what became of a submission. Where that cannot be noted it is only told: a batch that is paid for must
 * not be lost over it, and an entry that is left at `sending` is looked into before the same jobs are sent again.
 */
export async function noteOutcome(
  { client, journal }: SubmissionContext,
  entry: SubmissionEntry,
  outcome: Pick<SubmissionEntry, "state" | "batchId" | "reason">,
): Promise<void> {
  const { submissionId, jobCount: numJobs } = entry;
  try {
    await journal.write({ ...entry, ...outcome });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `Cannot note in ${journal.folder} that submission ${submissionId} is ${outcome.state}: ${why}`;
    client.emit({ type: "warning", message });
  }
  const { state, batchId = null } = outcome;
  client.emit({ type: "submission", submissionId, state, numJobs, batchId });
}

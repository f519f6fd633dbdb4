import { hostname } from "node:os";
import { isRunning } from "../../util/is-running.ts";
import { ulid } from "../../util/ulid.ts";
import type { Draft } from "./draft.ts";
import type { SubmissionContext } from "./note-outcome.ts";
import { sentName, submissionTag } from "./sent-name.ts";
import type { SubmissionEntry } from "./submission-entry.ts";
import { SubmissionPendingError } from "./submission-pending-error.ts";

/** The submissions that this process is sending: the number of one that is gone may have become ours. */
const sending = new Set<string>();

/** Notes that a submission of this process is answered, or given up. */
export function release({ submissionId }: SubmissionEntry): void {
  sending.delete(submissionId);
}

function isAtWork({ state, pid, host, submissionId }: SubmissionEntry): boolean {
  if (state !== "sending" || host !== hostname()) return false;
  return pid === process.pid ? sending.has(submissionId) : isRunning(pid);
}

/** The entry of a submission that begins now: the first attempt, or the next one at an earlier submission. */
function makeEntry(
  draft: Draft,
  { server, nowMs, earlier }: { server: string; nowMs: number; earlier: SubmissionEntry | undefined },
): SubmissionEntry {
  const { generator, isPreview, batchName, tagName, numJobs, paramNames, paramsHash, designRows } = draft;
  const submissionId = earlier?.submissionId ?? ulid(nowMs);
  const attempt = (earlier?.attempt ?? 0) + 1;
  return {
    format_version: 1,
    submissionId,
    sentName: tagName ? sentName(batchName, submissionTag({ submissionId, attempt })) : batchName,
    batchName,
    generator,
    isPreview,
    jobCount: numJobs,
    paramNames,
    paramsHash,
    server,
    startedAt: new Date(nowMs).toISOString(),
    pid: process.pid,
    host: hostname(),
    attempt,
    ...(designRows.some((designRow, row) => designRow !== row) && { designRows: [...designRows] }),
    state: "sending",
  };
}

/** A submission that is noted and may be sent, or an earlier one that is to be looked into first. */
export interface Claim {
  entry: SubmissionEntry;
  isNew: boolean;
}

/**
 * Notes that jobs are about to be sent, unless there is a submission of the same jobs to the same server of which nobody
 * knows what became. Of several processes that do this at once, one gets to send.
 *
 * @param given An unknown submission that is to be sent again, as it was when that was decided.
 * @throws {SubmissionPendingError} When the same jobs are being sent at this moment.
 * @throws {JournalError} When the journal cannot be used.
 */
export async function claimSubmission(
  { client, journal }: SubmissionContext,
  draft: Draft,
  given?: SubmissionEntry,
): Promise<Claim> {
  const { server } = client;
  const { paramsHash } = draft;
  return journal.exclusively({ server, paramsHash }, async () => {
    const { entries, unreadable } = await journal.content();
    for (const { file, reason } of unreadable) {
      client.emit({ type: "warning", message: `Cannot read submission ${file}: ${reason}` });
    }
    const same = entries.filter((entry) => entry.server === server && entry.paramsHash === paramsHash);
    const found = same.find(({ state, submissionId }) => {
      return state === "sending" || state === "unknown" || submissionId === given?.submissionId;
    });
    if (found !== undefined && isAtWork(found)) throw new SubmissionPendingError(found);
    const isAsGiven = found?.attempt === given?.attempt && found?.state !== "accepted";
    if (found !== undefined && !(isAsGiven && found.submissionId === given?.submissionId)) {
      return { entry: found, isNew: false };
    }
    const nowMs = Date.now() + client.clockOffsetMs;
    const entry = makeEntry(draft, { server, nowMs, earlier: found });
    await journal.write(entry);
    sending.add(entry.submissionId);
    return { entry, isNew: true };
  });
}

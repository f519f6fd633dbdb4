import { hostname } from "node:os";
import { isRunning } from "../../util/is-running.ts";
import { ulid } from "../../util/ulid.ts";
import type { Draft } from "./draft.ts";
import { JournalError } from "./journal-error.ts";
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

/** How a submission is claimed. */
export interface ClaimOptions {
  /** An unknown submission that is to be sent again, as it was when that was decided. */
  given?: SubmissionEntry | undefined;
  /** Whether notes that cannot be read are overlooked. */
  forceResubmit?: boolean | undefined;
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
 * @throws {SubmissionPendingError} When the same jobs are being sent at this moment.
 * @throws {JournalError} When the journal cannot be used.
 */
export async function claimSubmission(
  context: SubmissionContext,
  draft: Draft,
  { given, forceResubmit = false }: ClaimOptions = {},
): Promise<Claim> {
  const { client, journal } = context;
  const { server } = client;
  const { paramsHash } = draft;
  for (;;) {
    const claim = await journal.exclusively({ server, paramsHash }, async (isHeld) => {
      const found = await findOpen(context, { paramsHash, given, forceResubmit });
      if (found !== undefined && isAtWork(found)) throw new SubmissionPendingError(found);
      const isAsGiven = found?.attempt === given?.attempt && found?.state !== "accepted";
      if (found !== undefined && !(isAsGiven && found.submissionId === given?.submissionId)) {
        return { entry: found, isNew: false };
      }
      const nowMs = Date.now() + client.clockOffsetMs;
      const entry = makeEntry(draft, { server, nowMs, earlier: found });
      await journal.write(entry);
      if (await isHeld()) {
        sending.add(entry.submissionId);
        return { entry, isNew: true };
      }
      const state = entry.attempt === 1 ? "refused" : "unknown";
      await journal.write({ ...entry, state, reason: "Another process was faster; nothing was sent" });
      return null;
    });
    if (claim !== null) return claim;
  }
}

/** The submission of the same jobs that nobody knows the outcome of, or the one that is given. */
async function findOpen(
  { client, journal }: SubmissionContext,
  { paramsHash, given, forceResubmit }: ClaimOptions & { paramsHash: string },
): Promise<SubmissionEntry | undefined> {
  const { entries, unreadable } = await journal.content();
  const [broken] = unreadable;
  if (broken !== undefined && !forceResubmit) {
    const { file, reason } = broken;
    const advice =
      "it may tell of these jobs; mend or remove it, or send them with forceResubmit (--force-resubmit)";
    throw new JournalError(journal.folder, `${file} cannot be read, ${reason}; ${advice}`);
  }
  const same = entries.filter((entry) => entry.server === client.server && entry.paramsHash === paramsHash);
  return same.find(({ state, submissionId }) => {
    return state === "sending" || state === "unknown" || submissionId === given?.submissionId;
  });
}

import { listSubmissions } from "../../session/submission/list-submissions.ts";
import { reconcileSubmission } from "../../session/submission/reconcile-submission.ts";
import type { SubmissionEntry } from "../../session/submission/submission-entry.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions, serverOf } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import type { ErrorJson } from "../error-json.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";
import { parseReconcileTimeout, RECONCILE_OPTION } from "../reconcile-option.ts";
import { reportError } from "../report-error.ts";
import { UsageError } from "../usage-error.ts";
import { utcTime } from "../utc-time.ts";

const LONGEST_REASON = 80;

interface Listed {
  submission_id: string;
  state: SubmissionEntry["state"];
  started: string;
  num_jobs: number;
  generator: string;
  name: string;
  server: string;
  batch_id: string | null;
  /** Why it was refused, or is unknown. */
  reason: string | null;
  /** What a look for its batch failed with. */
  error?: ErrorJson;
}

function listed(entry: SubmissionEntry): Listed {
  return {
    submission_id: entry.submissionId,
    state: entry.state,
    started: entry.startedAt,
    num_jobs: entry.jobCount,
    generator: entry.generator,
    name: entry.batchName,
    server: entry.server,
    batch_id: entry.batchId ?? null,
    reason: entry.reason ?? null,
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON - 1)}…` : text;
}

function print(
  entries: readonly Listed[],
  options: { json: boolean; quiet: boolean; all: boolean; empty: string },
): void {
  const { all } = options;
  printList(entries, {
    ...options,
    header: ["submission", "started", "name", "jobs", "state", ...(all ? ["server"] : []), "batch or reason"],
    row: ({ submission_id, started, name, num_jobs, state, server, batch_id, reason }) => [
      ...[submission_id, utcTime(started), name, num_jobs, state],
      ...(all ? [server] : []),
      batch_id ?? shortened(reason ?? ""),
    ],
  });
}

/** `infinity-frames submissions`: what was sent from this machine, and what became of it. */
export const submissions: Command = command(
  {
    name: "submissions",
    about:
      "List what was submitted from this machine to the server in use, newest first, or find the batches of submissions with unknown outcome. Nothing is sent again. Ends with 4 where the outcome of one stays unknown.",
    arguments: [
      { name: "ACTION", help: "list or reconcile [default: list]", optional: true },
      {
        name: "ID",
        help: "for reconcile, the submission [default: all to this server that are open]",
        optional: true,
      },
    ],
    options: {
      all: { type: "boolean", help: "list what was submitted to other servers, too" },
      ...RECONCILE_OPTION,
      ...API_OPTIONS,
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: [action = "list", id], signal }) => {
    if (action !== "list" && action !== "reconcile") {
      throw new UsageError(`submissions takes list or reconcile, got ${action}`);
    }
    if (action === "list" && id !== undefined) throw new UsageError("submissions list takes no ID");
    const reconcileTimeoutMs = parseReconcileTimeout(values);
    const progress = new ProgressLine(values);
    const options =
      action === "list" ? null : await clientOptions("submissions", values, { progress, signal });
    const { entries, unreadable } = await listSubmissions();
    for (const { file, reason } of unreadable) {
      progress.note(`infinity-frames: warning: Cannot read submission ${file}: ${reason}`);
    }
    if (options === null) {
      const server = serverOf(values);
      const shown = values.all ? entries : entries.filter((entry) => entry.server === server);
      const others = shown.length < entries.length ? "; --all lists those to other servers" : "";
      const empty = values.all ? "No submissions" : `No submissions to ${server}${others}`;
      print(shown.map(listed), { ...values, empty });
      return EXIT.ok;
    }
    const open = entries.filter((entry) => {
      return id === undefined
        ? entry.server === options.server && (entry.state === "sending" || entry.state === "unknown")
        : entry.submissionId === id;
    });
    if (id !== undefined && open.length === 0)
      throw new Error(`There is no submission ${id} on this machine`);
    let status: number = EXIT.ok;
    const found: Listed[] = [];
    for (const entry of open) {
      try {
        const submissionId = entry.submissionId;
        const { batchId } = await reconcileSubmission({
          ...options,
          submissionId,
          reconcileTimeoutMs,
          signal,
        });
        found.push({ ...listed(entry), state: "accepted", batch_id: batchId, reason: null });
      } catch (error) {
        if (signal.aborted) throw error;
        const report = reportError(error, { command: "submissions", signal });
        found.push({ ...listed(entry), error: report.json });
        status = Math.max(status, report.status);
      }
    }
    print(found, { ...values, empty: "No submission is open" });
    return status;
  },
);

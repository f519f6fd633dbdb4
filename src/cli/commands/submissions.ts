import { listSubmissions } from "../../session/submission/list-submissions.ts";
import { reconcileSubmission } from "../../session/submission/reconcile-submission.ts";
import type { SubmissionEntry } from "../../session/submission/submission-entry.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";
import { parseReconcileTimeout, RECONCILE_OPTION } from "../reconcile-option.ts";
import { reportError } from "../report-error.ts";
import { UsageError } from "../usage-error.ts";

interface Listed {
  submission_id: string;
  state: SubmissionEntry["state"];
  started: string;
  num_jobs: number;
  generator: string;
  name: string;
  server: string;
  batch_id: string | null;
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
  };
}

function print(entries: readonly Listed[], { json }: { json: boolean }): void {
  printList(entries, {
    json,
    header: ["submission", "state", "jobs", "batch"],
    row: ({ submission_id, state, num_jobs, batch_id }) => [submission_id, state, num_jobs, batch_id ?? ""],
  });
}

/** `infinity-frames submissions`: what was sent from this machine, and what became of it. */
export const submissions: Command = command(
  {
    name: "submissions",
    about:
      "List what was submitted from this machine, or find the batches of submissions with unknown outcome. Nothing is sent again. Ends with 4 where the outcome of one stays unknown.",
    arguments: [
      { name: "ACTION", help: "list or reconcile [default: list]", optional: true },
      {
        name: "ID",
        help: "for reconcile, the submission [default: all to this server that are open]",
        optional: true,
      },
    ],
    options: { ...RECONCILE_OPTION, ...API_OPTIONS, ...OUTPUT_OPTIONS },
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
      print(entries.map(listed), values);
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
        found.push({ ...listed(entry), state: "accepted", batch_id: batchId });
      } catch (error) {
        if (signal.aborted) throw error;
        found.push(listed(entry));
        status = Math.max(status, reportError(error, { command: "submissions", signal }));
      }
    }
    print(found, values);
    return status;
  },
);

import type { ClientEvent, SubmissionEvent } from "../../api/client-event.ts";
import type { SubmissionCost } from "../../session/submission/approve-cost.ts";
import { SubmissionUnknownError } from "../../session/submission/submission-unknown-error.ts";
import { countOf } from "../../util/count-of.ts";
import { API_OPTIONS } from "../api-options.ts";
import { ask, canAsk } from "../ask.ts";
import { checkEmptyRows } from "../check-empty-rows.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { parseCount } from "../parse-count.ts";
import { printJson } from "../print-json.ts";
import { ProgressLine } from "../progress-line.ts";
import { parseReconcileTimeout, RECONCILE_OPTION } from "../reconcile-option.ts";
import { UsageError } from "../usage-error.ts";

function lookingText(forceResubmit: boolean): string {
  const then = forceResubmit ? "They are sent again if it is not found" : "Nothing is sent again";
  return `Nobody knows whether these jobs were submitted; looking for their batch, which may take minutes. ${then}`;
}

/** A submission that was stopped on its way is unknown, which weighs more than that it was stopped. */
function explainStop(error: unknown, signal: AbortSignal, event: SubmissionEvent | undefined): never {
  if (!signal.aborted || event === undefined || ["accepted", "refused"].includes(event.state)) throw error;
  throw new SubmissionUnknownError(
    { ...event, findings: "nobody has looked for it yet" },
    { cause: signal.reason },
  );
}

/** `infinity-frames submit`: jobs of a file as a batch. */
export const submit: Command = command(
  {
    name: "submit",
    about:
      "Submit the jobs of a table as a batch, a row per job and a column per parameter, and print the id of the batch. An empty cell means the default; columns job_id and design_row are no parameters and are not sent; rows without any value are refused.\nThe estimated cost is shown, and on a terminal you are asked before anything is paid for; elsewhere --yes or --max-samples says that you agree. Ends with 4 where nobody knows whether the batch was made. After that, or after it was killed, the same command looks for the batch first, and sends nothing twice. Once a submission was answered, the same command submits the jobs again, and they are paid for again.",
    arguments: [
      {
        name: "FILE",
        help: "the table, told by its ending: .parquet, .arrow, .feather, .csv, .tsv, .json, .jsonl or .ndjson",
      },
    ],
    options: {
      generator: { type: "string", value: "NAME", required: true, help: "what makes the results" },
      name: {
        type: "string",
        value: "NAME",
        default: "",
        help: "a name for the batch, of at most 66 characters",
      },
      preview: { type: "boolean", help: "submit previews, which cost less" },
      "max-samples": {
        type: "string",
        value: "N",
        help: "submit if the estimate is N samples at most; do not ask",
      },
      yes: { type: "boolean", help: "submit whatever the estimate is; do not ask" },
      "dry-run": { type: "boolean", help: "check the jobs and estimate what they cost; submit nothing" },
      "force-resubmit": {
        type: "boolean",
        help: "submit again what was submitted with unknown outcome and is not to be found; it may be paid for twice",
      },
      ...RECONCILE_OPTION,
      ...API_OPTIONS,
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: [file = ""], signal }) => {
    const { generator, name, preview: isPreview, yes, json } = values;
    const limit = values["max-samples"];
    const maxSamples = limit === undefined ? undefined : parseCount("max-samples", limit, 0);
    const reconcileTimeoutMs = parseReconcileTimeout(values);
    const hasAgreed = yes || maxSamples !== undefined;
    if (!hasAgreed && !values["dry-run"] && !canAsk()) {
      throw new UsageError(
        "submit asks before it pays, and there is no terminal to ask on: pass --yes or --max-samples N",
      );
    }
    const { readTable } = await import("../../io/read-table.ts");
    const { coerceJobs } = await import("../../params/coerce-jobs.ts");
    const { Session } = await import("../../session/session.ts");
    const table = await readTable(file);
    checkEmptyRows(table, file);
    const progress = new ProgressLine(values);
    const options = await clientOptions("submit", values, { progress, signal });
    const forceResubmit = values["force-resubmit"];
    let hasSaidLooking = false;
    const seen: { cost?: SubmissionCost; event?: SubmissionEvent } = {};
    const onEvent = (event: ClientEvent): void => {
      options.onEvent(event);
      if (event.type !== "submission") return;
      seen.event = event;
      if (event.state !== "reconciling" || hasSaidLooking) return;
      hasSaidLooking = true;
      progress.say(lookingText(forceResubmit));
    };
    const session = await Session.connect({ ...options, generator, onEvent, signal });
    const jobs = coerceJobs(session.space, table);
    if (values["dry-run"]) {
      const { dryRun } = await import("../dry-run.ts");
      await dryRun(session, jobs, { isPreview, json, signal });
      return EXIT.ok;
    }

    const confirm = async (cost: SubmissionCost): Promise<boolean> => {
      seen.cost = cost;
      const text = `${countOf(cost.numJobs, isPreview ? "preview" : "job")} of ${generator}: ${countOf(cost.samples, "sample")} estimated`;
      if (!hasAgreed)
        return ask(`${text}. Submit ${cost.numJobs === 1 ? "it" : "them"} to ${session.server}?`, signal);
      progress.say(text);
      return true;
    };
    const { batchId, numJobs } = await session
      .submit(jobs, {
        isPreview,
        batchName: name,
        maxSamples,
        forceResubmit,
        reconcileTimeoutMs,
        confirm,
        signal,
      })
      .catch((error: unknown) => explainStop(error, signal, seen.event));
    const isShownAnyway = process.stdout.isTTY && !json;
    progress.say(`Submitted ${countOf(numJobs, "job")} as batch${isShownAnyway ? "" : ` ${batchId}`}`);
    const samples = seen.cost?.samples;
    if (json) {
      printJson({ batch_id: batchId, name, generator, is_preview: isPreview, num_jobs: numJobs, samples });
    } else {
      console.log(batchId);
    }
    return EXIT.ok;
  },
);

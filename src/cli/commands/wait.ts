import { ApiClient } from "../../api/api-client.ts";
import { Batch } from "../../session/batch.ts";
import { countOf } from "../../util/count-of.ts";
import { API_OPTIONS } from "../api-options.ts";
import { batchStatus, printStatus } from "../batch-status.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { explainFolder } from "../explain-folder.ts";
import { formatDuration } from "../format-duration.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { Pace } from "../pace.ts";
import { parseDuration } from "../parse-duration.ts";
import { ProgressLine } from "../progress-line.ts";

/** `infinity-frames wait`: until no job of a batch is in progress. */
export const wait: Command = command(
  {
    name: "wait",
    about:
      "Wait until no job of a batch is in progress, then show its state. Ends with 3 where jobs failed, and with 1 where the time is up.",
    arguments: [{ name: "BATCH", help: "the id of the batch" }],
    options: {
      timeout: {
        type: "string",
        value: "TIME",
        help: "the longest wait, with its unit: 30s, 15m, 36h, 2d [default: no limit]",
      },
      ...API_OPTIONS,
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: [batchId = ""], signal }) => {
    const { timeout } = values;
    const timeoutMs = timeout === undefined ? undefined : parseDuration("timeout", timeout);
    const progress = new ProgressLine(values);
    const client = new ApiClient(await clientOptions("wait", values, { progress, signal }));
    const batch = await Batch.fromClient(client, batchId, { signal }).catch((error) =>
      explainFolder(error, batchId),
    );
    const limit = timeoutMs === undefined ? "no time limit" : `for ${formatDuration(timeoutMs)} at most`;
    progress.say(`Waiting for ${countOf(batch.numJobs, "job")} of batch ${batchId}, ${limit}`);
    const pace = new Pace();
    await batch
      .awaitCompletion({
        timeoutMs,
        signal,
        onProgress: ({ numJobs, numJobsRemaining, numJobsFailed, elapsedMs, isStalled, stalledMs }) => {
          const done = numJobs - numJobsRemaining;
          const leftMs = isStalled ? null : pace.leftMs(done, numJobs);
          const details = [
            ...(numJobsFailed === 0 ? [] : [`${numJobsFailed} failed`]),
            ...(isStalled ? [`none ended for ${formatDuration(stalledMs)}`] : []),
            ...(leftMs === null ? [] : [`${formatDuration(leftMs)} left`]),
            `${formatDuration(elapsedMs)} so far`,
          ];
          progress.show({ label: "wait", done, total: numJobs, details });
        },
      })
      .finally(() => progress.end());
    const status = batchStatus(await batch.getBatchData({ signal }));
    printStatus(status, values);
    return status.num_failed === 0 ? EXIT.ok : EXIT.partial;
  },
);

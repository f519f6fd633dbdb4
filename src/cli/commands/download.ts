import { ApiClient } from "../../api/api-client.ts";
import { Batch } from "../../session/batch.ts";
import { checkBatchFolder } from "../../session/download/batch-folder.ts";
import { batchPaths } from "../../session/download/batch-paths.ts";
import { DownloadSummaryError } from "../../session/download/download-summary-error.ts";
import { jobFolderNames } from "../../session/download/job-folder-names.ts";
import { findFinished } from "../../session/download/receipt.ts";
import { API_OPTIONS } from "../api-options.ts";
import { clientOptions } from "../client-options.ts";
import { type Command, command } from "../command.ts";
import { DownloadParts } from "../download-parts.ts";
import { printDownload } from "../download-report.ts";
import { EXIT } from "../exit-status.ts";
import { explainFolder } from "../explain-folder.ts";
import { kindOfPath } from "../kind-of-path.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { parseCount } from "../parse-count.ts";
import { printList } from "../print-list.ts";
import { ProgressLine } from "../progress-line.ts";

/** The jobs that a download would fetch. */
async function missingJobs(
  batch: Batch,
  folder: string,
  { overwrite, signal }: { overwrite: boolean; signal: AbortSignal },
): Promise<string[]> {
  const paths = batchPaths(folder);
  await checkBatchFolder(paths, batch.batchId);
  const names = jobFolderNames(batch.jobIds);
  const missing: string[] = [];
  for (const { jobId } of await batch.getValidCompletedJobs({ signal })) {
    const job = { jobId, name: names.get(jobId) ?? jobId };
    if (overwrite || (await findFinished(paths, job)) === null) missing.push(jobId);
  }
  return missing;
}

/** `infinity-frames download`: the results of a batch. */
export const download: Command = command(
  {
    name: "download",
    about:
      "Download the results of a batch, each job into a folder of its own. What is there already is not fetched again, and what was stopped is taken up where it was. Ends with 3 where a job could not be downloaded, failed, or is still in progress.",
    arguments: [{ name: "BATCH", help: "the id of the batch" }],
    options: {
      out: { type: "string", value: "DIR", required: true, help: "the folder of the batch" },
      "max-workers": { type: "string", value: "N", default: "4", help: "the most downloads at once" },
      overwrite: { type: "boolean", help: "fetch again what is there already" },
      "dry-run": { type: "boolean", help: "list the jobs that would be fetched; write nothing" },
      "result-host": {
        type: "string",
        value: "HOST",
        multiple: true,
        default: [],
        help: "a host that results may come from [default: all in the public Internet]",
      },
      ...API_OPTIONS,
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: [batchId = ""], signal }) => {
    const { out, overwrite, quiet, json } = values;
    const concurrency = parseCount("max-workers", values["max-workers"], 1);
    const hosts = values["result-host"];
    if ((await kindOfPath(out)) === "file") {
      throw new Error(`Cannot download to ${out}: it is a file, and a folder is wanted`);
    }
    const progress = new ProgressLine(values);
    const client = new ApiClient(await clientOptions("download", values, { progress, signal }));
    const batch = await Batch.fromClient(client, batchId, { signal }).catch((error) =>
      explainFolder(error, batchId),
    );
    if (values["dry-run"]) {
      const missing = await missingJobs(batch, out, { overwrite, signal });
      printList(missing, {
        json,
        quiet,
        empty: "Nothing is missing",
        header: ["job"],
        row: (jobId) => [jobId],
      });
      return EXIT.ok;
    }
    const parts = new DownloadParts();
    try {
      const summary = await batch
        .download(out, {
          concurrency,
          overwrite,
          resultHosts: hosts.length === 0 ? undefined : hosts,
          signal,
          onProgress: (now) => progress.show(parts.of(now)),
        })
        .finally(() => progress.end());
      printDownload(summary, { batchId, json });
      return summary.failed.length + summary.inProgress.length === 0 ? EXIT.ok : EXIT.partial;
    } catch (error) {
      if (error instanceof DownloadSummaryError) {
        printDownload(error.summary, { batchId, error, json });
      } else if (signal.aborted) {
        progress.say("Run the same command again to go on from here");
      }
      throw error;
    }
  },
);

import { textTable } from "../../display/text/text-table.ts";
import { verify as verifyFolder } from "../../session/download/verify.ts";
import { countOf } from "../../util/count-of.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { kindOfPath } from "../kind-of-path.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printJson } from "../print-json.ts";
import { ProgressLine } from "../progress-line.ts";

function adviceFor(folder: string, batchId: string): string {
  return `To mend them, remove the folders of these jobs and run: infinity-frames download ${batchId} --out ${folder}`;
}

/** `infinity-frames verify`: whether a downloaded batch is as it was. */
export const verify: Command = command(
  {
    name: "verify",
    about:
      "Compare every file of a downloaded batch with what was noted when it came. It makes no connection and changes nothing. Ends with 3 where something is missing or has changed.",
    arguments: [{ name: "DIR", help: "the folder of a downloaded batch" }],
    options: OUTPUT_OPTIONS,
  },
  async ({ values, args: [folder = ""], signal }) => {
    if ((await kindOfPath(folder)) !== "folder") throw new Error(`There is no folder ${folder}`);
    const progress = new ProgressLine(values);
    const { batchId, numJobs, numVerified, problems } = await verifyFolder(folder, {
      signal,
      onProgress: ({ numJobsDone, numJobs }) =>
        progress.show({ label: "verify", done: numJobsDone, total: numJobs }),
    }).finally(() => progress.end());
    if (values.json) {
      const listed = problems.map(({ jobId, file, problem }) => ({ job_id: jobId, file, problem }));
      printJson({
        folder,
        batch_id: batchId,
        num_jobs: numJobs,
        num_verified: numVerified,
        problems: listed,
      });
    } else {
      const rows = problems.map(({ jobId, file, problem }) => [jobId, file ?? "", problem]);
      if (rows.length > 0) console.log(textTable(rows, { header: ["job", "file", "problem"] }));
      const are = numJobs === 1 ? "is as it was" : "are as they were";
      console.log(`${numVerified} of ${countOf(numJobs, "job")} ${are} downloaded`);
      if (rows.length > 0) progress.say(adviceFor(folder, batchId));
    }
    return problems.length === 0 ? EXIT.ok : EXIT.partial;
  },
);
